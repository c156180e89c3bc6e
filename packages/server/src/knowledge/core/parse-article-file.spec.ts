import { expect, test } from 'vitest';
import { parseArticleFile } from './parse-article-file.js';

test('reads title, address and text', () => {
  const file = '---\ntitle: Pricing: plans\nurl: /help/pricing\n---\n\nText.\n\n---\n\nMore.';
  expect(parseArticleFile(file)).toEqual({
    ok: true,
    value: { title: 'Pricing: plans', url: '/help/pricing', markdown: '\nText.\n\n---\n\nMore.' },
  });
});

test('an article may have no address', () => {
  expect(parseArticleFile('---\r\ntitle: A\r\n---\r\nText')).toMatchObject({
    ok: true,
    value: { url: null },
  });
});

test.each([
  ['no front matter', 'Text'],
  ['no title', '---\nurl: /a\n---\nText'],
  ['an unknown line', '---\ntitle: A\nauthor: B\n---\nText'],
])('%s is an error', (_, file) => {
  expect(parseArticleFile(file).ok).toBe(false);
});
