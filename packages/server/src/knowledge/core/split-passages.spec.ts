import { expect, test } from 'vitest';
import { type ArticleBlock, PASSAGE_CHARACTERS, splitPassages } from './split-passages.js';

const text = (content: string): ArticleBlock => ({ kind: 'text', text: content });
const heading = (depth: number, content: string): ArticleBlock => ({ kind: 'heading', depth, text: content });

test('each section becomes a passage titled by the trail that leads to it', () => {
  const blocks = [
    text('Intro.'),
    heading(2, 'Plans'),
    text('Three plans.'),
    heading(3, 'Team'),
    text('For teams.'),
    heading(2, 'Billing'),
    text('By card.'),
  ];
  expect(splitPassages('Pricing', blocks)).toEqual([
    { title: 'Pricing', text: 'Intro.' },
    { title: 'Pricing › Plans', text: 'Three plans.' },
    { title: 'Pricing › Plans › Team', text: 'For teams.' },
    { title: 'Pricing › Billing', text: 'By card.' },
  ]);
});

test('a heading that repeats the title of the article is named once, and an empty section makes no passage', () => {
  const blocks = [heading(1, 'Pricing'), heading(2, 'Empty'), heading(2, 'Full'), text('x')];
  expect(splitPassages('Pricing', blocks)).toEqual([{ title: 'Pricing › Full', text: 'x' }]);
});

test('a long section is cut between paragraphs and loses nothing', () => {
  const paragraphs = Array.from({ length: 10 }, (_, at) => `Paragraph ${at}. ${'word '.repeat(60)}end.`);
  const passages = splitPassages('Long', paragraphs.map(text));
  expect(passages.length).toBeGreaterThan(2);
  for (const passage of passages) expect(passage.text.length).toBeLessThanOrEqual(PASSAGE_CHARACTERS);
  expect(passages.map((passage) => passage.text).join('\n\n')).toBe(paragraphs.join('\n\n'));
});

test.each([
  ['sentences', 'A short sentence of words. '.repeat(100).trim()],
  ['lines', '- an item of a list\n'.repeat(150).trim()],
  ['words', 'word '.repeat(800).trim()],
  ['one endless word', '👩‍👩‍👧ä'.repeat(1_000)],
])('a block that is too long is cut at %s', (_, block) => {
  const passages = splitPassages('Long', [text(block)]);
  for (const passage of passages) expect(passage.text.length).toBeLessThanOrEqual(PASSAGE_CHARACTERS);
  const letters = (content: string) => content.replaceAll(/\s/g, '');
  expect(letters(passages.map((passage) => passage.text).join(''))).toBe(letters(block));
});
