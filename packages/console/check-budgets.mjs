// Measures what a browser transfers before the console can be used (gzip -9, 1 KB = 1,024 bytes): the page, its
// scripts and styles and everything they import at once. Fails above the budget.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const dist = new URL('dist/app/', import.meta.url);
const budgets = JSON.parse(await readFile(new URL('budgets.json', import.meta.url), 'utf8'));
const page = await readFile(new URL('index.html', dist), 'utf8');
const seen = new Set();
let total = gzipSync(page, { level: 9 }).byteLength;

for (const [, path] of page.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+\.(?:js|css))"/g))
  await count(path);
// The first module fetches nothing else before it runs but what it imports statically.
const size = total / 1024;
const fits = size <= budgets.firstLoadKb;
console.log(
  `console first load: ${size.toFixed(2)} KB of ${budgets.firstLoadKb} KB in ${seen.size + 1} files${fits ? '' : '  TOO LARGE'}`,
);
process.exit(fits && seen.size > 0 ? 0 : 1);

async function count(path) {
  if (seen.has(path)) return;
  seen.add(path);
  const text = await readFile(new URL(path, dist), 'utf8');
  total += gzipSync(text, { level: 9 }).byteLength;
  if (!path.endsWith('.js')) return;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const [, name] of text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]*from\s*)?["']\.\/([^"']+\.js)["']/g,
  ))
    await count(`${folder}${name}`);
}
