import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('src/view/stand-ins/', import.meta.url));

/**
 * The code is written for Preact and its signals; what pages load is `src/view/`, which does the part of it that the
 * widget uses in a quarter of the weight. A part that it does not have fails the build: the name is not exported.
 */
export const STAND_INS = [
  { find: /^preact$/, replacement: `${folder}preact.ts` },
  { find: /^preact\/hooks$/, replacement: `${folder}preact-hooks.ts` },
  { find: /^preact\/jsx-(dev-)?runtime$/, replacement: `${folder}preact-jsx-runtime.ts` },
  { find: /^@preact\/signals(-core)?$/, replacement: `${folder}preact-signals.ts` },
];

/**
 * Files of the packages below in whose place pages load less: the part of the fold that the widget shows, and codes where
 * it says everything in its own words; and the table of languages in place of which stands their name. The chat brings its own small transport (`platform/web-socket-transport.ts`).
 */
const LEAN = new Map([
  ['shared-types/src/apply-public-event.ts', 'apply-public-event.ts'],
  ['shared-types/src/empty-view.ts', 'empty-view.ts'],
  ['client/src/refusal-words.ts', 'refusal-words.ts'],
  ['client/src/default-transport.ts', 'default-transport.ts'],
  ['client/src/socket-transport.adapter.ts', 'socket-transport.adapter.ts'],
  ['widget/src/i18n/text-files.ts', 'text-files.ts'],
]);

/** Those that no bundle has asked for yet: none, once the chat is built, or a file has got another name. */
export const notMet = new Set(LEAN.keys());

export const leanParts = {
  name: 'lean-parts',
  load(id) {
    const file = id.split('/packages/').at(-1);
    const lean = LEAN.get(file);
    notMet.delete(file);
    return (
      lean && `export * from ${JSON.stringify(fileURLToPath(new URL(`src/lean/${lean}`, import.meta.url)))};`
    );
  },
};
