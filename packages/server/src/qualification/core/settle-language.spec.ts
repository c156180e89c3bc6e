import { expect, it } from 'vitest';
import { settleLanguage } from './settle-language.js';

const german = { held: 'de', heard: 'en', asked: null, isOpening: false } as const;

it('follows the visitor’s first words, whatever the browser says', () => {
  expect(settleLanguage({ ...german, held: 'en', heard: 'de', said: 'Hallo', isOpening: true })).toBe('de');
});

it('is not changed by a name or a word', () => {
  expect(settleLanguage({ ...german, said: 'Falk Logistics', asked: 'company' })).toBe('de');
  expect(settleLanguage({ ...german, said: 'Head of Support', asked: 'role' })).toBe('de');
  expect(settleLanguage({ ...german, said: 'ok' })).toBe('de');
});

it('is changed by a sentence', () => {
  expect(settleLanguage({ ...german, said: 'can we switch to English please' })).toBe('en');
});
