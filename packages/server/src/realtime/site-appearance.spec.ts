import type { Playbook } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { readPlaybook } from '../../test/read-playbook.js';
import { siteAppearance } from './site-appearance.js';

const TIDEWATER = { companyName: 'Tidewater', texts: undefined };

const { playbook } = readPlaybook();
const german: Playbook = {
  ...playbook,
  assistant: {
    name: 'Mila',
    greeting: { en: 'Hello', de: 'Hallo' },
    disclosure: { en: 'Automatic', de: 'Automatisch' },
    starters: { en: ['Prices?'] },
  },
};

it.each([
  ['de', 'Hallo'],
  ['de-AT', 'Hallo'],
  ['DE_ch', 'Hallo'],
  ['en-GB', 'Hello'],
  ['fr', 'Hello'],
  ['constructor', 'Hello'],
])('in %s the widget greets with “%s”', (locale, greeting) => {
  expect(siteAppearance(german, TIDEWATER, locale).greeting).toBe(greeting);
});

it('falls back to English text by text', () => {
  expect(siteAppearance(german, TIDEWATER, 'de')).toMatchObject({
    companyName: 'Tidewater',
    assistantName: 'Mila',
    greeting: 'Hallo',
    disclosure: 'Automatisch',
    starters: ['Prices?'],
  });
});

it('says how the question about each slot may be answered beside free text', () => {
  const { inputs } = siteAppearance(german, TIDEWATER, 'de');
  expect(inputs).toMatchObject({ email: { kind: 'email' }, team_size: { kind: 'number' } });
  expect(inputs).not.toHaveProperty('company');
});

it('a site’s own words come in the language that the widget speaks, and only in that', () => {
  const texts = { en: { write: 'Ask away' }, de: {} };
  const textsIn = (locale: string) =>
    siteAppearance(german, { companyName: 'Tidewater', texts }, locale).texts;
  expect(textsIn('en-GB')).toEqual({ write: 'Ask away' });
  // The widget speaks English to Swedes, but German to Germans, who have no words of the site's own.
  expect(textsIn('sv')).toEqual({ write: 'Ask away' });
  expect(textsIn('de')).toBeUndefined();
  expect(textsIn('fr')).toBeUndefined();
});
