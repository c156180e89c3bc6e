import { describe, expect, it } from 'vitest';
import { foldView, id, slotRecord, systemEvent } from '../../../test/build-log.js';
import { readPlaybook } from '../../../test/read-playbook.js';
import { bundleSlots } from './bundle-slots.js';
import { nextQuestions, suggestReply } from './suggestions.js';
import { deskOf } from './words/desk.js';

const { playbook } = readPlaybook();
const text = 'Kim Osei here, shift planning for 20 or more.';
const facts = [
  slotRecord('name', 'confirmed', { value: 'Kim Osei', n: 1, text, quote: 'Kim Osei' }),
  slotRecord('use_case', 'confirmed', { value: 'shift planning.', n: 1, text, quote: 'shift planning' }),
  slotRecord('team_size', 'confirmed', { value: { min: 20, max: null }, n: 1, text, quote: '20 or more' }),
];
const slotsOf = (records: typeof facts) =>
  bundleSlots(
    foldView(records.map((slot) => systemEvent('slot.filled', { slot }))),
    playbook,
    deskOf(playbook),
  );
const open = [{ text: 'Do you support SAP?', messageIds: [id.message(1)] }];

describe('suggestReply', () => {
  it('greets by first name, shows what was read and takes up the last open question', () => {
    expect(suggestReply(slotsOf(facts), { language: 'en', reason: 'qualified', open })).toBe(
      'Hi Kim, I have read the chat, so no need to repeat anything: “shift planning”, for at least 20 people. ' +
        'You asked “Do you support SAP?”: let me check that for you right now.',
    );
  });

  it('speaks German throughout in a German chat', () => {
    expect(suggestReply(slotsOf(facts), { language: 'de-AT', reason: 'qualified', open: [] })).toBe(
      'Hallo Kim Osei, ich habe den Chat gelesen, Sie müssen nichts wiederholen: „shift planning“, für mindestens 20 Personen. ' +
        'Soll ich Ihnen zeigen, wie das bei Ihnen aussehen würde?',
    );
  });

  it('claims to know nothing that is not filled', () => {
    const doubtful = facts.map((slot) => ({ ...slot, state: 'proposed' as const }));
    expect(suggestReply(slotsOf(doubtful), { language: 'en', reason: 'human_request', open: [] })).toBe(
      'Hi, I have read the chat, so no need to repeat anything. How can I help you best?',
    );
  });
});

it('says sorry to somebody who complained, and tries to sell nothing', () => {
  expect(suggestReply(slotsOf(facts), { language: 'de', reason: 'complaint', open: [] })).toBe(
    'Hallo Kim Osei, es tut mir leid, dass Sie Ärger haben; ich habe den Chat gelesen, Sie müssen nichts wiederholen. ' +
      'Ich kümmere mich jetzt darum.',
  );
});

describe('nextQuestions', () => {
  it('asks for what is missing, three at most, in the ladder’s order and the visitor’s language', () => {
    const known = ['name', 'use_case', 'team_size'];
    // The phone is asked for only of those whom e-mail does not reach.
    const missing = playbook.ladder.filter((key) => ![...known, 'phone'].includes(key));
    const expected = missing
      .slice(0, 3)
      .map((key) => playbook.slots.find((slot) => slot.key === key)?.ask['de']);
    expect(expected.every((question) => question !== undefined)).toBe(true);
    expect(nextQuestions(slotsOf(facts), playbook, { language: 'de-AT', reason: 'qualified' })).toEqual(
      expected,
    );
  });

  it('asks somebody who complains only who they are', () => {
    const asks = (key: string) => playbook.slots.find((slot) => slot.key === key)?.ask.en;
    expect(nextQuestions(slotsOf([]), playbook, { language: 'en', reason: 'complaint' })).toEqual(
      ['name', 'email', 'company'].map(asks),
    );
  });

  it('does not come back to what was declined', () => {
    const declined = slotsOf([...facts, slotRecord('email', 'declined', null)]);
    const email = playbook.slots.find(({ key }) => key === 'email')?.ask.en;
    expect(nextQuestions(slotsOf(facts), playbook, { language: 'en', reason: 'qualified' })).toContain(email);
    expect(nextQuestions(declined, playbook, { language: 'en', reason: 'qualified' })).not.toContain(email);
  });
});
