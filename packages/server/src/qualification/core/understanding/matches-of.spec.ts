import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUYS, NO_BUSINESS_USE } from './intents/buying-cues.js';
import { REPORTS_TROUBLE } from './intents/complaint-cues.js';
import { OPT_OUT, SUPPORT, WANTS_HUMAN_ELSEWHERE } from './intents/contact-cues.js';
import { SPAM } from './intents/misuse-cues.js';
import { OFFERS_TO_US } from './intents/no-buyer-cues.js';
import { firstMatches, matchesOf, occursIn } from './matches-of.js';
import { startsOf } from './pattern-starts.js';
import { WORD_START } from './people/word-start.js';

const PATTERNS = [
  /a+/g,
  /a*/g,
  /a*/gu,
  /(?<=b)|c/gu,
  /(?<![a-z])(?:ab|a)(?![a-z])/g,
  /\p{L}+/gu,
  /$/g,
  /x{0,2}/giu,
];
const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', 'X', '\u{1F600}', '\ud83d', 'é', '\n'), { maxLength: 20 })
  .map((units) => units.join(''));

it('finds what matchAll finds, empty matches and halves of pictures included', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATTERNS), texts, (pattern, text) => {
      expect([...matchesOf(text, pattern)]).toEqual([...text.matchAll(pattern)]);
      expect(firstMatches(text, pattern, 3)).toEqual([...text.matchAll(pattern)].slice(0, 3));
    }),
    { seed: 7, numRuns: 3_000 },
  );
});

it('given the same pattern within its own loop, then both go on where they were', () => {
  const pattern = /\d/g;
  const pairs = [...matchesOf('12', pattern)].map(([outer]) => [outer, [...matchesOf('34', pattern)].length]);
  expect(pairs).toEqual([
    ['1', 2],
    ['2', 2],
  ]);
});

it('refuses a pattern that would find its first match for ever', () => {
  expect(() => [...matchesOf('a', /a/)]).toThrow('finds more than one match');
});

const GUARDED = [
  /(?<![a-z])(?:ab|a{2,3}c?|b?c|[bx]{0,2}a|é+b)(?![a-z])/g,
  /(?<![a-z])(?:a|(b|c)\1)x?/gi,
  /(?<![a-z0-9])(?:(?:a |b )?c{1,2}|x\s{1,2}b|x[^a]b)/g,
  /(?:(?<![a-z])aa|(?<![a-z])(?=b)b.)/g,
  new RegExp(`${WORD_START}(?:a|X b)[ b]+`, 'giu'),
  /(?<!\p{L})(?:a\p{L}|b\d?c)/gu,
];
const longTexts = fc
  .array(fc.constantFrom('a', 'b', 'c', 'x', ' ', ' ', 'X', 'A', '1', '\u{1F600}', 'é', '\n'), {
    minLength: 220,
    maxLength: 300,
  })
  .map((units) => units.join(''));

it('finds the same where it looks up beginnings of words', () => {
  for (const pattern of GUARDED) expect(startsOf(pattern), pattern.source).not.toBeNull();
  fc.assert(
    fc.property(fc.constantFrom(...GUARDED), longTexts, (pattern, text) => {
      expect([...matchesOf(text, pattern)]).toEqual([...text.matchAll(pattern)]);
      expect(occursIn(text, pattern)).toBe(text.search(pattern) >= 0);
    }),
    { seed: 7, numRuns: 3_000 },
  );
});

it('looks up nothing for what may begin within a word or with anything', () => {
  for (const pattern of [/a/g, /(?<![a-z])/g, /(?<![a-z]).b/g, /(?<![a-z])a?/g, /(?<![b-z])ab/g, /^ab/g])
    expect(startsOf(pattern), pattern.source).toBeNull();
});

it.each(
  Object.entries({
    BUYS,
    NO_BUSINESS_USE,
    REPORTS_TROUBLE,
    OPT_OUT,
    SUPPORT,
    WANTS_HUMAN_ELSEWHERE,
    SPAM,
    OFFERS_TO_US,
  }),
)('looks up where %s may begin, and misses none of its words', (_, cue) => {
  expect(startsOf(cue)).not.toBeNull();
  const words = cue.source.match(/[a-z]{3,}(?: [a-z]{2,}){0,3}/g) ?? [];
  expect(words.length).toBeGreaterThan(20);
  const filler = 'qq, zz. '.repeat(30);
  for (const phrase of words) {
    const text = `${filler}${phrase} ${filler}`;
    expect(occursIn(text, cue), phrase).toBe(text.search(cue) >= 0);
  }
});
