// Measures what browsers transfer (gzip -9, 1 KB = 1,024 bytes) and fails above the budgets.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const dist = new URL('dist/', import.meta.url);
const budgets = JSON.parse(await readFile(new URL('budgets.json', import.meta.url), 'utf8'));
const files = await readdir(dist);
const parts = files.filter((file) => /-[0-9a-f]{8}\.js$/.test(file) && !/^loader-/.test(file));
const chatFiles = parts.filter((file) => file.startsWith('chat-'));
/** Words, not code: the other languages, and those for developers who made a mistake. */
const WORDS = /^(texts-|hints-)/;
/** Only where a site takes files. */
const UPLOADS = /^uploads-/;
if (!files.includes('loader.js') || chatFiles.length !== 1) {
  console.error(
    'widget sizes: dist/ does not hold exactly one loader.js and one chat-<hash>.js; build first.',
  );
  process.exit(1);
}
const loader = await gzipKb('loader.js');
const code = parts.filter((file) => !WORDS.test(file) && !UPLOADS.test(file));
const chat = await sum(chatFiles);
const onDemand = await sum(code.filter((file) => !chatFiles.includes(file)));

const sizes = [
  ['before a click (loader)', loader, budgets.beforeClickKb],
  ['until a usable chat (loader + chat)', loader + chat, budgets.usableChatKb],
  [
    'greetings, where a page asks for them (a tag of its own)',
    await gzipKb('greetings.js'),
    budgets.greetingsKb,
  ],
  ['with whatever some chats load later (nothing today)', loader + chat + onDemand, budgets.everythingKb],
  [
    'uploads, where a site takes files',
    await sum(parts.filter((file) => UPLOADS.test(file))),
    budgets.uploadsKb,
  ],
];
let exceeded = 0;
for (const [name, size, budget] of sizes) {
  const fits = size <= budget;
  if (!fits) exceeded += 1;
  console.log(`widget ${name}: ${size.toFixed(2)} KB of ${budget} KB${fits ? '' : '  TOO LARGE'}`);
}
process.exit(exceeded === 0 ? 0 : 1);

async function sum(names) {
  const sizes = await Promise.all(names.map(gzipKb));
  return sizes.reduce((total, size) => total + size, 0);
}

async function gzipKb(file) {
  return gzipSync(await readFile(new URL(file, dist)), { level: 9 }).byteLength / 1024;
}
