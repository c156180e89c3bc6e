import { expect, test } from 'vitest';
import { parseMarkdown } from './markdown.adapter.js';

test('blocks come in order, without markup', () => {
  const markdown =
    '# A *b*\n\nSee [the page](https://x.example) and `code`\non two lines.\n\n> quoted\n\n```\nlet a\n```';
  expect(parseMarkdown(markdown)).toEqual([
    { kind: 'heading', depth: 1, text: 'A b' },
    { kind: 'text', text: 'See the page and code on two lines.' },
    { kind: 'text', text: 'quoted' },
    { kind: 'text', text: 'let a' },
  ]);
});

test('lists keep their marks, also when nested', () => {
  expect(parseMarkdown('3. one\n4. two\n   - deep')).toEqual([
    { kind: 'text', text: '3. one\n4. two\n  - deep' },
  ]);
});

test('a row of a table reads without its header', () => {
  expect(parseMarkdown('| Plan | Price |\n|---|---|\n| Team | 35 USD |\n| Free | |')).toEqual([
    { kind: 'text', text: 'Plan: Team; Price: 35 USD\nPlan: Free' },
  ]);
});

test('raw HTML and images leave nothing behind', () => {
  expect(parseMarkdown('<script>alert(1)</script>\n\nText <b>bold</b> ![alt](x.png)')).toEqual([
    { kind: 'text', text: 'Text bold' },
  ]);
});
