// Builds what pages load: `dist/loader.js` (classic script; also as `loader-<hash>.js`), the chat with its lazy parts
// (modules whose names carry the hash of all of them), `dist/npm.js` and the package around it, and `dist/manifest.json`
// with names and digests; `dist/texts.json` for the console; `dist/greetings.js`, a tag of its own that speaks first.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { allTexts } from './all-texts.mjs';
import { MANGLED } from './mangled-properties.mjs';
import { npmPackage } from './npm-package.mjs';
import { packTarball } from './pack-tarball.mjs';
import { shortenerOf } from './shorten.mjs';
import { shortenClasses, unmetClasses } from './shorten-classes.mjs';
import { leanParts, notMet, STAND_INS } from './stand-ins.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = `${root}dist/`;
/** Stands in names until all contents are known. */
const NO_HASH = '-00000000.js';

await mkdir(dist, { recursive: true });
for (const file of await readdir(dist)) {
  if (/^[\w-]+\.(js|tgz)$|^(manifest|texts)\.json$/.test(file)) await rm(dist + file);
}
const written = await readdir(`${root}src/i18n`);
const languages = written.flatMap((file) => /^texts-(\w\w)\.ts$/.exec(file)?.[1] ?? []);
const words = languages
  .filter((language) => language !== 'en')
  .map((language) => [`texts-${language}`, `src/i18n/texts-${language}.ts`]);
const bundles = [
  await bundle({ chat: 'src/entrypoints/chat.ts', ...Object.fromEntries(words) }, 'es'),
  await bundle({ loader: 'src/entrypoints/loader.ts' }, 'iife'),
  await bundle({ greetings: 'src/entrypoints/greetings.ts' }, 'iife'),
  await bundle({ npm: 'src/entrypoints/npm.ts' }, 'es'),
];
if (notMet.size > 0)
  throw new Error(`stand-ins.mjs names files that are not there: ${[...notMet].join(', ')}`);
if (unmetClasses().length > 0)
  throw new Error(`mangled-properties.mjs names classes that are not there: ${unmetClasses().join(', ')}`);
const shorten = shortenerOf(bundles.flat());
const [chat, [loader], [greetings], [npm]] = await Promise.all(
  bundles.map((files) => Promise.all(files.map(shorten))),
);
const suffix = `-${hash(chat.map(({ code }) => code).join())}.js`;
const named = (text) => text.replaceAll(NO_HASH, suffix);
const loaderCode = named(loader.code);
const files = [
  ...chat.map(({ name, code }) => ({ name: named(name), code: named(code) })),
  { name: 'loader.js', code: loaderCode },
  { name: `loader-${hash(loaderCode)}.js`, code: loaderCode },
  { name: 'greetings.js', code: greetings.code },
  { name: 'npm.js', code: npm.code },
];
for (const { name, code } of files) await writeFile(dist + name, code);
const texts = await allTexts(languages);
await writeFile(`${dist}texts.json`, JSON.stringify(texts));
await writeFile(`${dist}baton-widget.tgz`, packTarball(await npmPackage(npm.code)));
const manifest = Object.fromEntries(
  files.filter(({ name }) => name.includes('-')).map(({ name, code }) => [name, integrity(code)]),
);
await writeFile(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);

/** The files that these entries become, the first entry first. */
async function bundle(entries, format) {
  const [result] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', __CHAT_FILE__: JSON.stringify(`chat${NO_HASH}`) },
    plugins: [leanParts, shortenClasses],
    resolve: { alias: STAND_INS, conditions: ['source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      // As a library: pages get no loader of Vite's around what they import lazily.
      lib: { entry: entries, formats: [format], name: 'Baton' },
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
  for (const { fileName, imports } of result.output) {
    if (imports?.length > 0) throw new Error(`${fileName} imports ${imports}: hand it over instead.`);
  }
  // Exports keep their names, so who imports them must find these.
  const lost = result.output.flatMap(({ exports }) => exports ?? []).filter((name) => MANGLED.includes(name));
  if (lost.length > 0) throw new Error(`mangled-properties.mjs names exports: ${lost.join(', ')}`);
  return result.output.map(({ fileName, code }) => ({ name: fileName, code, format }));
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function integrity(text) {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
