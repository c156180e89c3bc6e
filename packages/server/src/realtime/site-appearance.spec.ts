import type { Playbook } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { readPlaybook } from '../../test/read-playbook.js';
import { siteAppearance } from './site-appearance.js';

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
  expect(siteAppearance(german, 'Tidewater', locale).greeting).toBe(greeting);
});

it('falls back to English text by text', () => {
  expect(siteAppearance(german, 'Tidewater', 'de')).toMatchObject({
    companyName: 'Tidewater',
    assistantName: 'Mila',
    greeting: 'Hallo',
    disclosure: 'Automatisch',
    starters: ['Prices?'],
  });
});

it('says how the question about each slot may be answered beside free text', () => {
  const { inputs } = siteAppearance(german, 'Tidewater', 'de');
  expect(inputs).toMatchObject({ email: { kind: 'email' }, team_size: { kind: 'number' } });
  expect(inputs).not.toHaveProperty('company');
});
