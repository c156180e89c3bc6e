import { describe, expect, it } from 'vitest';
import { excerptAround } from './excerpt-around.js';
import { postingsOf } from './postings-of.js';
import { searchTerms, wantedTerms } from './search-terms.js';

const terms = (text: string) => searchTerms(text).map(({ term }) => term);

describe('the words of a text', () => {
  it('are compared without case, accents and punctuation', () => {
    expect(terms('Größe: ÉTÉ, noor@lakeside-clinics.example!')).toEqual([
      'grosse',
      'ete',
      'noor',
      'lakeside',
      'clinics',
      'example',
    ]);
  });

  it('stand where they are said', () => {
    const text = '😀 Crème brûlée';
    for (const { start, end } of searchTerms(text))
      expect(text.slice(start, end)).toMatch(/^(Crème|brûlée)$/);
  });

  it('are single characters where a script has no blanks', () => {
    expect(terms('価格 2024')).toEqual(['価', '格', '2024']);
    expect(terms('مرحبا بكم')).toEqual(['مرحبا', 'بكم']);
  });

  it('are each wanted once, and eight at most', () => {
    expect(wantedTerms('a A á b c d e f g h i')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(wantedTerms(`%_'; DROP TABLE x --`)).toEqual(['drop', 'table', 'x']);
    expect(wantedTerms('?!')).toEqual([]);
  });
});

describe('postings', () => {
  it('name the latest line of each word; the label counts as line 0', () => {
    const lines = [
      { seq: 2, text: 'shift planning' },
      { seq: 5, text: 'planning for Ada' },
    ];
    expect(postingsOf(lines, 'Ada Byron')).toEqual([
      { term: 'ada', seq: 5 },
      { term: 'byron', seq: 0 },
      { term: 'for', seq: 5 },
      { term: 'planning', seq: 5 },
      { term: 'shift', seq: 2 },
    ]);
  });
});

describe('an excerpt', () => {
  it('shows the wanted word with a little before and after it', () => {
    const text = `${'far '.repeat(50)}the Reminders we want ${'after '.repeat(50)}`;
    const { excerpt, start, end, wordStart, wordEnd } = excerptAround(text, ['remind']);
    expect(excerpt.slice(start, end)).toBe('Reminders');
    expect(text.slice(wordStart, wordEnd)).toBe('Reminders');
    expect(excerpt.length).toBeLessThanOrEqual(181);
  });

  it('never cuts a character in half', () => {
    const text = `${'😀'.repeat(100)} word ${'😀'.repeat(300)}`;
    const { excerpt } = excerptAround(text, ['word']);
    expect(excerpt).not.toMatch(/\p{Surrogate}/u);
  });
});
