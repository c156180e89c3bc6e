import { expect, test } from 'vitest';
import { toDocumentationArticle } from './to-documentation-article.js';

test.each([
  ['---\ntitle: npm-ci\nsection: 1\n---\n\n# Other\n', 'npm-ci'],
  ['<h1>x</h1>\n\n# Agent\n\nText.', 'Agent'],
  ['## Hooks\n\nText.', 'Write Plugin'],
])('the title of %j is %s', (text, title) => {
  expect(toDocumentationArticle('/fastify/Guides/Write-Plugin', text).title).toBe(title);
});

test('the front matter is no part of the text', () => {
  const { markdown } = toDocumentationArticle('/npm/x', '---\ntitle: x\n---\nText.\n');
  expect(markdown).toBe('Text.\n');
});
