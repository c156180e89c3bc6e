import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticleFolder } from './article-folder.adapter.js';

test('reads Markdown and HTML side by side, by file name, and names the file that it cannot read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'articles-'));
  try {
    await writeFile(join(folder, 'b.md'), '---\ntitle: Second\n---\nText');
    await writeFile(join(folder, 'a.html'), '<h1>First</h1><p>Words</p>');
    await writeFile(join(folder, 'notes.txt'), 'left alone');
    const articles = await readArticleFolder(folder, 'en');
    expect(articles.map(({ title, language }) => [title, language])).toEqual([
      ['First', 'en'],
      ['Second', 'en'],
    ]);
    await writeFile(join(folder, 'c.htm'), '<p>no name</p>');
    await expect(readArticleFolder(folder, 'en')).rejects.toThrow('c.htm');
  } finally {
    await rm(folder, { recursive: true });
  }
});
