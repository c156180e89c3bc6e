import type { PlaybookSlot } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { questionInput } from './question-input.js';

const text = { en: 'x' };
const slot = (part: Partial<PlaybookSlot>): PlaybookSlot => ({
  key: 'a_slot',
  kind: 'company',
  label: text,
  ask: text,
  confirm: text,
  acknowledge: null,
  ...part,
});

it('a question is answered as its kind suggests, unless the playbook says otherwise', () => {
  expect(questionInput(slot({ kind: 'email' }), 'en')).toEqual({ kind: 'email' });
  expect(questionInput(slot({ kind: 'team_size' }), 'en')).toEqual({ kind: 'number' });
  expect(questionInput(slot({ kind: 'company' }), 'en')).toBeNull();
  expect(questionInput(slot({ kind: 'email', input: { kind: 'text' } }), 'en')).toBeNull();
  expect(questionInput(slot({ kind: 'use_case', input: { kind: 'rating' } }), 'en')).toEqual({
    kind: 'rating',
  });
});

it('options are given in the language that is asked for, else in English', () => {
  const input = { kind: 'choice', options: { en: ['Yes', 'No'], de: ['Ja', 'Nein'] } } as const;
  expect(questionInput(slot({ input }), 'de-AT')).toEqual({ kind: 'choice', options: ['Ja', 'Nein'] });
  expect(questionInput(slot({ input }), 'fr')).toEqual({ kind: 'choice', options: ['Yes', 'No'] });
});
