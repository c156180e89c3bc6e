import { findAmbientUses } from '../ambient-names.ts';
import { perFile, perImport, type Rule } from '../rule.ts';
import { nameOf } from '../walk.ts';

const BROWSER = ['client', 'widget', 'console'];
const GLOBALS = new Set(['document', 'indexedDB', 'localStorage', 'sessionStorage', 'window']);

const globalsInPlatform = perFile(
  'globals-in-platform',
  'The page belongs to somebody else: what we touch of it is read in one folder, platform/.',
  ({ file, place }) => {
    const isBrowser = BROWSER.includes(place.package ?? '') && file.path.includes('/src/');
    if (!isBrowser || place.isTest || /\/(platform|playground)\//.test(file.path)) return [];
    const direct = findAmbientUses(file, GLOBALS);
    const indirect = findAmbientUses(file, new Set(['globalThis', 'self']))
      .map(({ node, parent }) => ({ name: nameOf(parent?.['property']) ?? '', node }))
      .filter(({ name }) => GLOBALS.has(name));
    return [...direct, ...indirect].map(({ name, node }) => ({
      line: file.lineOf(node.start),
      what: `uses ${name}`,
    }));
  },
);

const uiReadsModels = perImport(
  'ui-reads-models',
  'What is shown is a fold of the log: views read models, models never know who shows them, the client shows nothing.',
  (line, { file, place }) => {
    if (!BROWSER.includes(place.package ?? '')) return false;
    const name = line.package ?? '';
    if (place.package === 'client') return /^(preact|@preact\/signals)$/.test(name);
    if (isView(file.path)) return !line.typeOnly && /^(@baton\/client|socket\.io-client)$/.test(name);
    return isState(file.path) && (isView(line.target ?? '') || name === 'preact' || name === 'preact-iso');
  },
);

/** Views live in `ui/` folders and are written in JSX; `main.tsx`, entry points and playgrounds compose. */
function isView(path: string): boolean {
  return (
    !/\/main\.tsx$|\/entrypoints\/|\/playground\//.test(path) &&
    (path.includes('/ui/') || path.endsWith('.tsx'))
  );
}

function isState(path: string): boolean {
  return /-model\.ts$/.test(path) || path.includes('/widget/src/core/');
}

const noValidatorInBrowser = perImport(
  'no-validator-in-browser',
  'A schema library costs the visitor more than the whole widget: browsers import types, the server checks values.',
  (line, { place }) => {
    if (place.package !== 'widget' && place.package !== 'client') return false;
    if (line.typeOnly) return false;
    return /^(zod|valibot|ajv)$/.test(line.package ?? '') || line.specifier === '@baton/shared-types/schemas';
  },
);

export const BROWSER_RULES: readonly Rule[] = [globalsInPlatform, uiReadsModels, noValidatorInBrowser];
