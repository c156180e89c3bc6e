import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArticleFile } from './core/parse-article-file.js';
import { parseHtmlArticle } from './html.adapter.js';
import type { ArticleDraft } from './knowledge.service.js';

/** The articles in a folder of Markdown and HTML files, by file name. Throws, naming the file, when one cannot be read. */
export async function readArticleFolder(folder: string, language: string): Promise<readonly ArticleDraft[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:md|html?)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      const parsed = name.endsWith('.md') ? parseArticleFile(text) : parseHtmlArticle(text);
      if (!parsed.ok) throw new Error(`${name}: ${parsed.error}`);
      return { ...parsed.value, language };
    }),
  );
}
