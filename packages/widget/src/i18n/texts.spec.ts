import { describe, expect, it } from 'vitest';
import { fill } from './fill.js';
import { createTimeFormat } from './format-time.js';
import { chooseLanguage, isRightToLeft } from './language.js';
import { de } from './texts-de.js';
import { en } from './texts-en.js';

describe('the texts', () => {
  it('have the same places in both languages and no text twice the length', () => {
    for (const [key, english] of Object.entries(en)) {
      const german = new Map(Object.entries(de)).get(key) ?? '';
      expect([key, german.match(/\{\w+\}/g)]).toEqual([key, english.match(/\{\w+\}/g)]);
      expect(german.length, key).toBeLessThan(english.length * 2 + 16);
    }
  });

  it('are filled without touching what is filled in', () => {
    expect(fill('{name}: {text}', { name: '{text}', text: '$& {name}' })).toBe('{text}: $& {name}');
  });
});

describe('language', () => {
  it('is German for every German and English for the rest', () => {
    expect(['de', 'de-AT', 'DE', 'den', 'fr', ''].map(chooseLanguage)).toEqual([
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
    ]);
  });

  it('knows which way lines run', () => {
    expect(['ar', 'he-IL', 'fa', 'de', 'artsy'].map(isRightToLeft)).toEqual([true, true, true, false, false]);
  });
});

describe('createTimeFormat', () => {
  it('shows the time today and the day before', () => {
    const now = new Date(2026, 10, 20, 12).getTime();
    const format = createTimeFormat('de');
    expect(format(new Date(2026, 10, 20, 9, 5).getTime(), now)).toBe('09:05');
    expect(format(new Date(2026, 10, 19, 9, 5).getTime(), now)).toBe('19.11.2026, 09:05');
  });

  it('survives a locale that is none', () => {
    expect(createTimeFormat('no such locale!')(0, 0)).not.toBe('');
  });
});
