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
