import { describe, expect, it } from 'vitest';
import { fill } from './fill.js';
import { createTimeFormat } from './format-time.js';
import { chooseLanguage, isRightToLeft } from './language.js';
import { loadTexts } from './load-texts.js';
import { texts as ar } from './texts-ar.js';
import { texts as de } from './texts-de.js';
import { en } from './texts-en.js';
import { texts as es } from './texts-es.js';
import { texts as fr } from './texts-fr.js';
import { texts as it_ } from './texts-it.js';
import { texts as nl } from './texts-nl.js';
import { texts as pt } from './texts-pt.js';

const OTHERS = Object.entries({ de, fr, es, it: it_, pt, nl, ar });

describe('the texts', () => {
  it.each(OTHERS)(
    'in %s have the same places as in English, none is empty, none twice as long',
    (_, texts) => {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
      for (const [key, english] of Object.entries(en)) {
        const text = new Map(Object.entries(texts)).get(key) ?? '';
        expect([key, text.match(/\{\w+\}/g)]).toEqual([key, english.match(/\{\w+\}/g)]);
        expect(text.trim(), key).not.toBe('');
        expect(text.length, key).toBeLessThan(english.length * 2 + 18);
      }
    },
  );

  it('are filled without touching what is filled in', () => {
    expect(fill('{name}: {text}', { name: '{text}', text: '$& {name}' })).toBe('{text}: $& {name}');
  });

  it('come in English when their file cannot be had', async () => {
    const blocked = () => Promise.reject(new Error('blocked'));
    const files = {
      de: blocked,
      fr: blocked,
      es: blocked,
      it: blocked,
      pt: blocked,
      nl: blocked,
      ar: blocked,
    };
    expect(await loadTexts('fr', files)).toBe(en);
    expect(await loadTexts('fr')).toBe(fr);
  });
});

describe('language', () => {
  it('follows the locale, whatever its region, and is English for the rest', () => {
    const locales = ['de', 'de-AT', 'DE', 'pt_BR', 'ar-EG', 'den', 'zh', '', 'constructor'];
    expect(locales.map(chooseLanguage)).toEqual(['de', 'de', 'de', 'pt', 'ar', 'en', 'en', 'en', 'en']);
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
