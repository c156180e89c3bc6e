import { perFile, type Rule } from '../rule.ts';
import { isNode, nameOf, textOf, walk } from '../walk.ts';

/** What may stand between a file's name and its ending. */
const SUFFIXES = [
  'module',
  'service',
  'controller',
  'gateway',
  'guard',
  'pipe',
  'filter',
  'repository',
  'entity',
  'projection',
  'reaction',
  'job',
  'port',
  'adapter',
  'client',
  'contract',
  'policy',
  'schema',
  'spec',
  'int.spec',
  'e2e',
];
/** Files whose name a tool prescribes. */
const PRESCRIBED = /\.config\.(ts|mjs)$|\.d\.ts$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const EMPTY_WORDS = /(^|-)(utils?|helpers?|common|misc|manager|handler|processor)(-|$)|^base-/;

const kebabCase = perFile('kebab-case', 'One way to write a file name, on every file system.', ({ file }) => {
  const parts = file.path.split('/').map((part) => part.replace(/^\./, '').split('.')[0] ?? '');
  return parts.filter((part) => !KEBAB.test(part)).map((part) => ({ line: 1, what: `is named ${part}` }));
});

const namesSaySomething = perFile(
  'names-say-something',
  'A folder called utils collects what nobody thought about; name the thing it does.',
  ({ file }) => {
    const parts = file.path.split('/').map((part) => part.split('.')[0] ?? '');
    return parts
      .filter((part) => EMPTY_WORDS.test(part))
      .map((part) => ({ line: 1, what: `is named ${part}` }));
  },
);

const closedSuffixes = perFile(
  'closed-suffixes',
  'A dotted suffix says what a file knows; the list is closed so that it stays readable.',
  ({ file, place }) => {
    if (PRESCRIBED.test(place.name)) return [];
    const suffix = place.name.split('.').slice(1, -1).join('.');
    const known =
      suffix === '' || SUFFIXES.includes(suffix) || SUFFIXES.includes(suffix.replace(/\.(int\.)?spec$/, ''));
    return known ? [] : [{ line: 1, what: `has the suffix .${suffix} (${file.path})` }];
  },
);

const shortFiles = perFile(
  'files-are-short',
  'Three hundred lines is a wall: a longer file holds two things.',
  ({ file }) => (file.lineCount > 300 ? [{ line: 301, what: `has ${file.lineCount} lines` }] : []),
);

const wireNamesInOnePlace: Rule = {
  name: 'wire-names-in-one-place',
  sentence:
    'The names of commands and notices are the contract: they are written in shared-types and imported.',
  check: (subjects) => {
    const names = new Set(
      subjects.filter(({ file }) => CONTRACT.test(file.path)).flatMap(({ file }) => listNames(file.program)),
    );
    return subjects
      .filter(({ place }) => place.package !== null && place.package !== 'shared-types' && !place.isTest)
      .flatMap(({ file }) => {
        const found: { path: string; line: number; what: string }[] = [];
        walk(file.program, (node) => {
          if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return;
          for (const argument of node['arguments']) {
            const text = textOf(argument);
            if (text !== null && names.has(text)) {
              found.push({ path: file.path, line: file.lineOf(node.start), what: `writes '${text}'` });
            }
          }
        });
        return found;
      });
  },
};

const CONTRACT = /^packages\/shared-types\/src\/(commands|notices)\.ts$/;

/** The values of `NAME = { key: 'dotted.name' } as const`. */
function listNames(program: unknown): readonly string[] {
  const names: string[] = [];
  walk(program, (node, parent) => {
    const isValue = node.type === 'Literal' && parent?.type === 'Property' && parent['value'] === node;
    const text = isValue && isNode(parent) && nameOf(parent['key']) !== null ? textOf(node) : null;
    if (text?.includes('.')) names.push(text);
  });
  return names;
}

export const NAME_RULES: readonly Rule[] = [
  kebabCase,
  namesSaySomething,
  closedSuffixes,
  shortFiles,
  wireNamesInOnePlace,
];
