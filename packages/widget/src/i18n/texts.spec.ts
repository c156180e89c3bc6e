import { WIDGET_LANGUAGES, WIDGET_TEXTS } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { MANGLED } from '../../mangled-properties.mjs';
import { fill } from './fill.js';
import { createTimeFormat } from './format-time.js';
import { chooseLanguage, isRightToLeft, LANGUAGES } from './language.js';
import { loadTexts } from './load-texts.js';
import * as ar from './texts-ar.js';
import * as de from './texts-de.js';
import { en, fixedEn } from './texts-en.js';
import * as es from './texts-es.js';
import * as fr from './texts-fr.js';
import * as it_ from './texts-it.js';
import * as nl from './texts-nl.js';
import * as pt from './texts-pt.js';

const OTHERS = Object.entries({ de, fr, es, it: it_, pt, nl, ar });

describe('the texts', () => {
  it.each(OTHERS)(
    'in %s have the same places as in English, none is empty, none twice as long',
    (_, words) => {
      for (const [english, texts] of [
        [en, words.texts],
        [fixedEn, words.fixed],
      ] as const) {
        expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
        for (const [key, said] of Object.entries(english)) {
          const text = new Map(Object.entries(texts)).get(key) ?? '';
          expect([key, text.match(/\{\w+\}/g)]).toEqual([key, said.match(/\{\w+\}/g)]);
          expect(text.trim(), key).not.toBe('');
          expect(text.length, key).toBeLessThan(said.length * 2 + 18);
        }
      }
    },
  );

  it('are listed in the contract with their places, as are their languages', () => {
    const places = Object.entries(en).map(([key, text]) => [
      key,
      [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place),
    ]);
    expect(WIDGET_TEXTS).toEqual(Object.fromEntries(places));
    expect(WIDGET_LANGUAGES).toEqual(LANGUAGES);
  });

  it('keep their names: a site replaces them by these', () => {
    expect(MANGLED.filter((name) => Object.hasOwn(en, name))).toEqual([]);
  });

  it('are filled without touching what is filled in', () => {
    expect(fill('{name}: {text}', { name: '{text}', text: '$& {name}' })).toBe('{text}: $& {name}');
  });

  it('come in English when their file cannot be had', async () => {
    const blocked = () => Promise.reject(new Error('blocked'));
    expect(await loadTexts('fr', blocked)).toEqual({ texts: en, fixed: fixedEn });
    expect(await loadTexts('fr')).toMatchObject({ texts: fr.texts, fixed: fr.fixed });
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
