import { describe, expect, it } from 'vitest';
import { sliceSpans } from './slice-spans.js';

const TEXT = 'We are 40 people in support';
const span = (quote: string, key: string) => {
  const start = TEXT.indexOf(quote);
  return { start, end: start + quote.length, key };
};
const shape = (text: string, spans: Parameters<typeof sliceSpans>[1]) =>
  sliceSpans(text, spans).map(({ text: part, keys }) => [part, keys.join('+')]);

describe('sliceSpans', () => {
  it('leaves a text without spans in one piece', () => {
    expect(shape(TEXT, [])).toEqual([[TEXT, '']]);
  });

  it('marks exactly the words of a span', () => {
    expect(shape(TEXT, [span('40 people', 'team_size')])).toEqual([
      ['We are ', ''],
      ['40 people', 'team_size'],
      [' in support', ''],
    ]);
  });

  it('cuts overlapping spans where they begin and end, and names both where they overlap', () => {
    expect(shape(TEXT, [span('40 people in', 'a'), span('people in support', 'b')])).toEqual([
      ['We are ', ''],
      ['40 ', 'a'],
      ['people in', 'a+b'],
      [' support', 'b'],
    ]);
  });

  it('keeps a span inside another', () => {
    expect(shape(TEXT, [span('40 people', 'outer'), span('40', 'inner')])).toEqual([
      ['We are ', ''],
      ['40', 'outer+inner'],
      [' people', 'outer'],
      [' in support', ''],
    ]);
  });

  it('does not put an empty piece between spans that touch', () => {
    expect(
      shape('abcd', [
        { start: 0, end: 2, key: 'a' },
        { start: 2, end: 4, key: 'b' },
      ]),
    ).toEqual([
      ['ab', 'a'],
      ['cd', 'b'],
    ]);
  });

  it('names a slot once when two of its spans cover the same words', () => {
    expect(
      shape('abcd', [
        { start: 0, end: 4, key: 'a' },
        { start: 0, end: 4, key: 'a' },
      ]),
    ).toEqual([['abcd', 'a']]);
  });

  it('ignores spans that are empty, reversed or outside the text', () => {
    const wrong = [
      { start: 2, end: 2, key: 'empty' },
      { start: 3, end: 1, key: 'reversed' },
      { start: -1, end: 2, key: 'before' },
      { start: 2, end: 99, key: 'beyond' },
    ];
    expect(shape('abcd', wrong)).toEqual([['abcd', '']]);
  });

  it('counts UTF-16 units, as evidence does', () => {
    const text = '👋 نورا';
    const start = text.indexOf('نورا');
    expect(shape(text, [{ start, end: text.length, key: 'name' }])).toEqual([
      ['👋 ', ''],
      ['نورا', 'name'],
    ]);
  });

  it('gives back the text to the character, whatever the spans', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const spans = [0, 1, 2].map((place) => {
        const start = (seed * (place + 3) * 7) % TEXT.length;
        return { start, end: start + ((seed * (place + 1)) % 9), key: `k${place}` };
      });
      expect(
        sliceSpans(TEXT, spans)
          .map(({ text }) => text)
          .join(''),
      ).toBe(TEXT);
    }
  });
});
