// Builds what pages load: `dist/loader.js` (classic script; also as `loader-<hash>.js`), the chat with its lazy parts
// (modules whose names carry the hash of all of them), `dist/npm.js` and the package around it, and `dist/manifest.json`
// with names and digests; `dist/texts.json` for the console; `dist/greetings.js`, a tag of its own that speaks first.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build } from 'vite';
import { allTexts } from './all-texts.mjs';
import { MANGLED } from './mangled-properties.mjs';
import { npmPackage } from './npm-package.mjs';
import { packTarball } from './pack-tarball.mjs';
import { leanParts, notMet, STAND_INS } from './stand-ins.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = `${root}dist/`;
/** Stands in names until all contents are known. */
const NO_HASH = '-00000000.js';

await mkdir(dist, { recursive: true });
for (const file of await readdir(dist)) {
  if (/^[\w-]+\.(js|tgz)$|^(manifest|texts)\.json$/.test(file)) await rm(dist + file);
}
const chat = await bundle('src/entrypoints/chat.ts', 'es', {});
if (notMet.size > 0)
  throw new Error(`stand-ins.mjs names files that are not there: ${[...notMet].join(', ')}`);
const suffix = `-${hash(chat.map(({ code }) => code).join())}.js`;
const files = chat.map(({ name, code }) => ({
  name: name.replace(NO_HASH, suffix),
  code: code.replaceAll(NO_HASH, suffix),
}));
const [loader] = await bundle('src/entrypoints/loader.ts', 'iife', {
  __CHAT_FILE__: JSON.stringify(`chat${suffix}`),
});
files.push({ name: 'loader.js', code: loader.code });
files.push({ name: `loader-${hash(loader.code)}.js`, code: loader.code });
const [greetings] = await bundle('src/entrypoints/greetings.ts', 'iife', {});
files.push({ name: 'greetings.js', code: greetings.code });
const [npm] = await bundle('src/entrypoints/npm.ts', 'es', {});
files.push({ name: 'npm.js', code: npm.code });
for (const { name, code } of files) await writeFile(dist + name, code);
const texts = await allTexts(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ar']);
await writeFile(`${dist}texts.json`, JSON.stringify(texts));
await writeFile(`${dist}baton-widget.tgz`, packTarball(await npmPackage(npm.code)));
const manifest = Object.fromEntries(
  files.filter(({ name }) => name.includes('-')).map(({ name, code }) => [name, integrity(code)]),
);
await writeFile(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);

/** Minified files, the entry first. The bundler's own minifier leaves white space in ES output; terser does not. */
async function bundle(entry, format, define) {
  const [result] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    plugins: [leanParts],
    resolve: { alias: STAND_INS, conditions: ['source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      // As a library: pages get no loader of Vite's around what they import lazily.
      lib: { entry: root + entry, formats: [format], name: 'Baton' },
      cssMinify: true,
      // With `light-dark()`, OKLCH and relative colours as they are: what these versions lack would double the size.
      cssTarget: ['chrome123', 'safari18', 'firefox133'],
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          format,
          ...(format === 'es' ? {} : { codeSplitting: false }),
          entryFileNames: `[name]${NO_HASH}`,
          chunkFileNames: `[name]${NO_HASH}`,
        },
      },
    },
  });
  // A lazy part that imported the chat's file would load it a second time where it had come under another address.
  for (const { isEntry, fileName, imports } of result.output) {
    if (!isEntry && imports?.length > 0)
      throw new Error(`${fileName} imports ${imports}: hand it over instead.`);
  }
  // Exports keep their names, so who imports them must find these.
  const lost = result.output.flatMap(({ exports }) => exports ?? []).filter((name) => MANGLED.includes(name));
  if (lost.length > 0) throw new Error(`mangled-properties.mjs names exports: ${lost.join(', ')}`);
  const minified = result.output.map(async (file) => {
    const { code } = await minify(file.code, {
      module: format === 'es',
      ecma: 2020,
      toplevel: true,
      mangle: { properties: { regex: new RegExp(`^(${MANGLED.join('|')})$`) } },
      nameCache: {
        props: {
          props: Object.fromEntries(
            MANGLED.map((name, index) => [`$${name}`, `$${(index + 10).toString(36)}`]),
          ),
        },
      },
      compress: {
        passes: 4,
        unsafe_arrows: true,
        unsafe_methods: true,
        pure_getters: true,
        keep_fargs: false,
      },
      // Pages in other encodings read the loader in theirs.
      format: { comments: false, ascii_only: format === 'iife' },
    });
    return { name: file.fileName, code };
  });
  return Promise.all(minified);
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function integrity(text) {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
