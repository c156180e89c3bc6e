import { describe, expect, it } from 'vitest';
import { readPlaybook } from '../../../test/read-playbook.js';
import { readInstructions } from './read-instructions.js';

const { slots } = readPlaybook().playbook;

describe('an agent’s instructions to the assistant', () => {
  it.each<[string, { readonly ask: readonly string[]; readonly avoid: readonly string[] }]>([
    ['Please ask for the budget.', { ask: ['budget'], avoid: [] }],
    ['Find out how many people would use it', { ask: ['team_size'], avoid: [] }],
    ["Don't ask for the phone number", { ask: [], avoid: ['phone'] }],
    ['Get the e-mail, but do not ask about budget.', { ask: ['email'], avoid: ['budget'] }],
    [
      'Bitte nach dem Budget fragen, aber nicht nach der Telefonnummer.',
      { ask: ['budget'], avoid: ['phone'] },
    ],
    ['She is a friend of ours, be nice', { ask: [], avoid: [] }],
  ])('“%s”', (text, steer) => {
    expect(readInstructions(text, slots)).toEqual(steer);
  });
});
