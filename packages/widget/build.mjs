// Builds the two files that pages load: `dist/loader.js` (classic script) and `dist/chat-<hash>.js` (module).
// The chat comes first, because its name, which is its content's hash, is compiled into the loader.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build } from 'vite';
import { STAND_INS } from './stand-ins.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = `${root}dist/`;

/** The chat brings its own small transport (`platform/web-socket-transport.ts`); the client's default stays out. */
const ownTransport = {
  name: 'own-transport',
  load: (id) =>
    /client\/src\/socket-transport\.adapter\.ts$/.test(id) ? 'export const socketTransport = null;' : null,
};

await mkdir(dist, { recursive: true });
for (const file of await readdir(dist)) {
  if (/^(loader|chat-.*)\.js$/.test(file)) await rm(dist + file);
}
const chat = await bundle('src/entrypoints/chat.ts', 'es', {});
const chatFile = `chat-${createHash('sha256').update(chat).digest('hex').slice(0, 8)}.js`;
const loader = await bundle('src/entrypoints/loader.ts', 'iife', { __CHAT_FILE__: JSON.stringify(chatFile) });
await writeFile(dist + chatFile, chat);
await writeFile(`${dist}loader.js`, loader);

/** One file of minified code. The bundler's own minifier leaves white space in ES output; terser does not. */
async function bundle(entry, format, define) {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    plugins: [ownTransport],
    resolve: { alias: STAND_INS, conditions: ['source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssMinify: true,
      // With `light-dark()`, OKLCH and relative colours as they are: what these versions lack would double the size.
      cssTarget: ['chrome123', 'safari18', 'firefox133'],
      rolldownOptions: {
        input: root + entry,
        preserveEntrySignatures: 'strict',
        output: { format, codeSplitting: false },
      },
    },
  });
  const [file] = result.output;
  const { code } = await minify(file.code, {
    module: format === 'es',
    ecma: 2020,
    toplevel: true,
    compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false },
    // Pages in other encodings read the loader in theirs.
    format: { comments: false, ascii_only: format === 'iife' },
  });
  return code;
}
