import { COMPOSITION, FEATURES, PLATFORM } from '../drawn-edges.ts';
import { placeOf } from '../place.ts';
import { type Finding, perImport, type Rule, type Subject } from '../rule.ts';

const oneDoor = perImport(
  'one-door',
  'A feature can change its inside freely only when everybody else enters through its index.ts (its core: core/index.ts).',
  (line, { place }) => {
    if (line.package !== null) return /^@baton\/[^/]+\/(src|dist)\b/.test(line.specifier);
    const target = placeOf(line.target ?? '');
    if (target.package !== place.package) return place.package !== null;
    const folder = target.serverFolder;
    if (folder === null || folder === place.serverFolder || !(folder in FEATURES)) return false;
    if (COMPOSITION.includes(place.serverFolder ?? '')) return false;
    const door = `packages/server/src/${folder}/index.ts`;
    const pureDoor = `packages/server/src/${folder}/core/index.ts`;
    return line.target !== door && !(place.isCore && line.target === pureDoor);
  },
);

const featuresAcyclic: Rule = {
  name: 'features-acyclic',
  sentence:
    'Imports follow the arrows that are drawn, so that each folder can be understood without those above it.',
  check: (subjects) => {
    const edges = subjects.filter(({ place }) => !place.isTest).flatMap(listEdges);
    return [...edges.filter((edge) => !isDrawn(edge)), ...findCycles(edges)].map(
      ({ path, line, from, to, cycle }) => ({
        path,
        line,
        what: cycle ? `closes the cycle ${cycle}` : `${from}/ imports ${to}/`,
      }),
    );
  },
};

interface Edge extends Omit<Finding, 'what'> {
  readonly from: string;
  readonly to: string;
  readonly cycle?: string;
}

function listEdges({ file, place }: Subject): readonly Edge[] {
  const from = place.serverFolder;
  if (from === null) return [];
  return file.imports.flatMap(({ target, line }) => {
    const to = target === null ? null : placeOf(target).serverFolder;
    return to === null || to === from ? [] : [{ path: file.path, line, from, to }];
  });
}

function isDrawn({ from, to }: Edge): boolean {
  if (COMPOSITION.includes(from)) return true;
  if (to === 'kernel') return true;
  if (from === 'kernel') return false;
  if (PLATFORM.includes(to)) return PLATFORM.includes(from) || from in FEATURES;
  return FEATURES[from]?.includes(to) ?? false;
}

/** The drawn feature arrows have no cycle; among the folders of the platform one could still appear. */
function findCycles(edges: readonly Edge[]): readonly Edge[] {
  const platform = edges.filter(({ from, to }) => PLATFORM.includes(from) && PLATFORM.includes(to));
  return platform.flatMap((edge) => {
    const back = findPath(platform, edge.to, edge.from);
    return back ? [{ ...edge, cycle: [edge.from, ...back].join(' → ') }] : [];
  });
}

function findPath(edges: readonly Edge[], start: string, end: string): readonly string[] | null {
  const paths: (readonly string[])[] = [[start]];
  const seen = new Set([start]);
  for (let path = paths.shift(); path; path = paths.shift()) {
    const last = path.at(-1);
    if (last === end) return path;
    for (const { from, to } of edges) {
      if (from !== last || seen.has(to)) continue;
      seen.add(to);
      paths.push([...path, to]);
    }
  }
  return null;
}

export const FOLDER_RULES: readonly Rule[] = [oneDoor, featuresAcyclic];
