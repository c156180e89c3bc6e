import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArticleFile } from './core/parse-article-file.js';
import type { ArticleDraft } from './knowledge.service.js';

/** The articles in a folder of Markdown files, by file name. Throws, naming the file, when one cannot be read. */
export async function readArticleFolder(folder: string, language: string): Promise<readonly ArticleDraft[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = parseArticleFile(await readFile(path.join(folder, name), 'utf8'));
      if (!parsed.ok) throw new Error(`${name}: ${parsed.error}`);
      return { ...parsed.value, language };
    }),
  );
}
