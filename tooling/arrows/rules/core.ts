import { findAmbientUses } from '../ambient-names.ts';
import { placeOf } from '../place.ts';
import { KERNEL_LIBRARIES, PURE_LIBRARIES } from '../pure-libraries.ts';
import { perFile, perImport, type Rule } from '../rule.ts';
import { nameOf, type SyntaxNode, walk } from '../walk.ts';

const coreIsPure = perImport(
  'core-is-pure',
  'A decision can be replayed and tested as a function only when core/ and kernel/ know no framework and no I/O.',
  (line, { place }) => {
    if (!place.isCore && place.serverFolder !== 'kernel') return false;
    if (line.package !== null) {
      const libraries = place.isCore ? PURE_LIBRARIES : KERNEL_LIBRARIES;
      return line.specifier !== '@baton/shared-types' && !libraries.includes(line.package);
    }
    const target = placeOf(line.target ?? '');
    if (target.serverFolder === 'kernel') return false;
    if (!place.isCore) return true;
    // Another feature's pure door is pure too, and a type from its main door vanishes when the code runs.
    return !target.isCore && !line.typeOnly;
  },
);

const AMBIENT = new Set([
  'clearInterval',
  'clearTimeout',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);
const CLOCK_AND_CHANCE = new Set(['Date', 'Math']);

const coreIsDeterministic = perFile(
  'core-is-deterministic',
  'The same log must give the same decision tomorrow: core/ gets time, ids and chance as arguments.',
  ({ file, place }) => {
    if (!place.isCore || place.isTest) return [];
    const ambient = findAmbientUses(file, AMBIENT);
    const clock = findAmbientUses(file, CLOCK_AND_CHANCE).filter(({ parent }) => readsClockOrChance(parent));
    const system = file.imports.filter(({ names }) => names.some((name) => /^system[A-Z]/.test(name)));
    return [
      ...[...ambient, ...clock].map(({ name, node }) => ({
        line: file.lineOf(node.start),
        what: `uses ${name}`,
      })),
      ...system.map(({ line, names }) => ({ line, what: `imports ${names.join(', ')}` })),
      ...findDynamicImports(file.program).map((node) => ({
        line: file.lineOf(node.start),
        what: 'uses import()',
      })),
    ];
  },
);

function readsClockOrChance(parent: SyntaxNode | null): boolean {
  if (parent === null) return false;
  if (parent.type === 'NewExpression')
    return Array.isArray(parent['arguments']) && parent['arguments'].length === 0;
  // Date() as a function ignores its arguments and gives the present.
  if (parent.type === 'CallExpression') return nameOf(parent['callee']) === 'Date';
  const member = nameOf(parent['property']);
  return parent.type === 'MemberExpression' && (member === 'now' || member === 'random');
}

function findDynamicImports(program: unknown): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  walk(program, (node) => {
    if (node.type === 'ImportExpression') found.push(node);
  });
  return found;
}

/** The folders of `understanding/`, each with those below it. */
const READ_IN_ORDER: Readonly<Record<string, number>> = {
  text: 0,
  cues: 1,
  contact: 2,
  facts: 2,
  people: 3,
  intents: 4,
};

const understandingInLayers = perImport(
  'understanding-in-layers',
  'What a message says is read from its words up: text, cues, then contact and facts, people, and intents last.',
  (line, { file }) => {
    const own = layerOf(file.path);
    const other = layerOf(line.target ?? '');
    if (own === null || other === null || own.folder === other.folder) return false;
    return own.layer <= other.layer;
  },
);

function layerOf(path: string): { readonly folder: string; readonly layer: number } | null {
  const folder = /\/core\/understanding\/([a-z-]+)\//.exec(path)?.[1] ?? '';
  const layer = READ_IN_ORDER[folder];
  return layer === undefined ? null : { folder, layer };
}

export const CORE_RULES: readonly Rule[] = [coreIsPure, coreIsDeterministic, understandingInLayers];
