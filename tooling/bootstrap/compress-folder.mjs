// Puts a `.br` and a `.gz` beside every text file of a folder: browsers get what they accept, and the server compresses
// nothing while it serves. Part of the builds of what browsers load: `node compress-folder.mjs dist`.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = /\.(js|css|html|svg|json)$/;
const COMPRESSED = /\.(br|gz)$/;

const folder = process.argv[2] ?? 'dist';
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
for (const file of files) if (COMPRESSED.test(file)) await rm(file);
for (const file of files) {
  if (!TEXT.test(file)) continue;
  const content = await readFile(file);
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
  await writeFile(`${file}.br`, brotliCompressSync(content, { params: size }));
  await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
}
