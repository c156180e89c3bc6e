import { WIDGET_LANGUAGES, WIDGET_TEXTS } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { MANGLED } from '../../mangled-properties.mjs';
import { LANGUAGES } from '../i18n/language.js';
import { en } from '../i18n/texts-en.js';
import { SHORTENED } from './replace-texts.js';

it('every name that the build shortens is put under its short name', () => {
  const shortened = MANGLED.filter((name) => Object.hasOwn(en, name));
  expect(SHORTENED.map(([name]) => name).sort()).toEqual(shortened.sort());
});

it.each(SHORTENED)('%s is put where it belongs', (name, put) => {
  const texts = {};
  put(texts, 'own words');
  expect(texts).toEqual({ [name]: 'own words' });
});

it('the contract lists every text of the widget with its places, and its languages', () => {
  const places = Object.entries(en).map(([key, text]) => [
    key,
    [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place),
  ]);
  expect(WIDGET_TEXTS).toEqual(Object.fromEntries(places));
  expect(WIDGET_LANGUAGES).toEqual(LANGUAGES);
});
