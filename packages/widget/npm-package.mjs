// What `npm install https://your-server/widget/baton-widget.tgz` installs: the built `npm.js`, its types, the licence.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const ENTRY = 'entrypoints/npm';

/** Path inside the package → text. `code` is the built entry. */
export async function npmPackage(code) {
  const { name, version, license } = JSON.parse(await read('./package.json'));
  const manifest = {
    name,
    version,
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: `./types/${ENTRY}.d.ts`, default: './npm.js' } },
  };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    LICENSE: await read('../../LICENSE'),
    'npm.js': code,
    ...(await declarations(ENTRY)),
  };
}

/** The declarations of a source file and of all that they import. */
async function declarations(path, found = {}) {
  const file = `types/${path}.d.ts`;
  if (file in found) return found;
  const { outputText } = ts.transpileDeclaration(await read(`./src/${path}.ts`), {
    fileName: `${path}.ts`,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  found[file] = outputText;
  for (const [, imported] of outputText.matchAll(/from '(\.[^']*)\.js'/g)) {
    await declarations(new URL(imported, `file:///${path}`).pathname.slice(1), found);
  }
  return found;
}

function read(path) {
  return readFile(new URL(path, import.meta.url), 'utf8');
}
