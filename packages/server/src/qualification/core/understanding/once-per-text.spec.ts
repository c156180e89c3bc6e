import { expect, test } from 'vitest';
import { oncePerText, oncePerTextIn } from './once-per-text.js';

test('a text is read once while readers take turns, and again when others came between', () => {
  const read: string[] = [];
  const lengthOf = oncePerText((text) => {
    read.push(text);
    return text.length;
  });
  const [one, two, three, four] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100)) as [
    string,
    string,
    string,
    string,
  ];
  expect([one, two, one, three, one].map(lengthOf)).toEqual([100, 100, 100, 100, 100]);
  expect(read).toEqual([one, two, three]);
  lengthOf(four);
  lengthOf(one);
  expect(read).toEqual([one, two, three, four, one]);
});

test('a text is read once in each language', () => {
  const read: string[] = [];
  const text = 'a'.repeat(100);
  const once = oncePerTextIn((_, language) => {
    read.push(language);
    return language;
  });
  expect(['en', 'de', 'en', 'de'].map((language) => once(text, language))).toEqual(['en', 'de', 'en', 'de']);
  expect(read).toEqual(['en', 'de']);
});
