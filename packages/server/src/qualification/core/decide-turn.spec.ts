import { LIMITS, type Passage } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { type Dictated, dictate, LINES } from '../../../test/dictated-reading.js';
import {
  compiled,
  DEFAULT_PLAYBOOK,
  PlayedConversation,
  type PlayOptions,
} from '../../../test/play-visitor.js';
import { newEvent, SYSTEM } from '../../conversations/core/events.js';
import { contentHash } from '../../kernel/digest.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const PRICES: Passage = {
  title: 'Prices',
  url: 'https://shop.example/prices',
  text: '# Prices\nPlans start at 20 USD per seat and month. Every plan has a free trial of 14 days.',
  score: 9,
};
const text = (key: keyof typeof PLAYBOOK.playbook.texts, language = 'en') =>
  PLAYBOOK.playbook.texts[key]?.[language] ?? '';
const ask = (key: string, language = 'en') =>
  PLAYBOOK.playbook.slots.find((slot) => slot.key === key)?.ask[language] ?? '';

function play(options: PlayOptions & { lines?: Record<string, Dictated> } = {}): PlayedConversation {
  return new PlayedConversation(PLAYBOOK, {
    understand: dictate({ ...LINES, ...options.lines }),
    ...options,
  });
}
const last = (chat: PlayedConversation) => {
  const record = chat.records.at(-1);
  if (!record) throw new Error('no decision yet');
  return record;
};

describe('a conversation that goes well', () => {
  it('greets, asks one thing at a time, qualifies and calls a person', () => {
    const chat = play();
    expect(chat.say('hello')).toBe(`${text('small_talk')} ${ask('use_case')}`);
    expect(chat.say('buy')).toBe(`That helps, thank you. ${ask('team_size')}`);
    expect(chat.say('forty')).toBe(`40 people, noted. ${ask('name')}`);
    expect(chat.say('dana')).toBe(`Nice to meet you, Dana. ${ask('email')}`);
    expect(chat.say('mail')).toBe(`Thank you, I have noted your address. ${text('handoff_qualified')}`);
    expect(last(chat)).toMatchObject({ verdict: 'qualified', handoff: 'qualified', tier: 'B' });
    expect(last(chat).verdictRule?.id).toBe('qualified');
  });

  it('calls for the same reason only once, also after the conversation has come back', () => {
    const chat = play();
    for (const line of ['buy', 'forty', 'mail']) chat.say(line);
    expect(last(chat).handoff).toBe('qualified');
    chat.append(
      newEvent('handoff.returned', SYSTEM, { handoffId: 'hnd_00000000000000000000000009' as never }),
    );
    chat.append(newEvent('owner.changed', SYSTEM, { owner: { kind: 'assistant' }, epoch: 3 }));
    expect(chat.say('dana')).toBe(`Nice to meet you, Dana. ${ask('company')}`);
    expect(last(chat)).toMatchObject({ verdict: 'qualified', handoff: null });
    chat.say('person');
    expect(last(chat).handoff).toBe('human_request');
  });

  it('takes lines that come before the answer as one turn', () => {
    const chat = play();
    chat.write('hello');
    chat.write('buy');
    expect(chat.takeTurn()).toContain(ask('team_size'));
    expect(last(chat).inputs.messageIds).toHaveLength(2);
    expect(chat.takeTurn()).toBeNull();
  });

  it('speaks German to a German visitor', () => {
    const chat = play({ locale: 'de-AT' });
    expect(chat.say('buy')).toBe(`Das hilft mir weiter, danke. ${ask('team_size', 'de')}`);
  });
});

describe('answers', () => {
  it('come first, from the knowledge base and with their source, then one question', () => {
    const chat = play({ passages: [PRICES] });
    expect(chat.say('what does it cost?')).toBe(
      `Plans start at 20 USD per seat and month. Every plan has a free trial of 14 days. ${ask('use_case')}`,
    );
    expect(last(chat).move?.citations).toEqual([{ title: 'Prices', url: 'https://shop.example/prices' }]);
  });

  it('are not made up when no passage is good enough', () => {
    const chat = play({ passages: [{ ...PRICES, score: 0.2 }] });
    expect(chat.say('what does it cost?')).toBe(`${text('unknown_answer')} ${ask('use_case')}`);
    expect(last(chat).move?.citations).toEqual([]);
  });

  it('do not turn a support question into a sale', () => {
    const chat = play();
    expect(chat.say('it is broken')).toBe(text('support_acknowledge'));
    expect(last(chat).verdict).toBeNull();
  });
});

describe('questions', () => {
  it('are not repeated for what was declined', () => {
    const chat = play();
    chat.say('buy');
    expect(chat.say('no')).toBe(`${text('declined_ok')} ${ask('name')}`);
    const asked = ['x', 'y', 'z', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map((line) => chat.say(line));
    expect(asked.join(' ')).not.toContain(ask('team_size'));
  });

  it('come back at most as often as the playbook allows, and end', () => {
    const chat = play();
    chat.say('buy');
    const replies = Array.from({ length: 16 }, (_, n) => chat.say(`line ${n}`) ?? '');
    for (const key of PLAYBOOK.playbook.ladder) {
      expect(replies.filter((reply) => reply.includes(ask(key))).length).toBeLessThanOrEqual(2);
    }
    expect(replies.at(-1)).toBe(text('anything_else'));
  });

  it('are not repeated at once to somebody who does not know', () => {
    const chat = play();
    expect(chat.say('buy')).toContain(ask('team_size'));
    expect(chat.say('no idea')).toBe(ask('name'));
  });

  it('put a contradiction to the visitor once, with both values as buttons', () => {
    const chat = play();
    for (const line of ['buy', 'forty', 'four']) chat.say(line);
    expect(last(chat).move).toMatchObject({ step: 'confirm', slot: 'team_size', quickReplies: ['40', '4'] });
    expect(chat.say('dana')).not.toContain('40 and 4');
  });

  it('keep a conflicting team size from qualifying', () => {
    const chat = play();
    for (const line of ['buy', 'forty', 'four', 'mail']) chat.say(line);
    expect(last(chat).verdict).toBe('needs_review');
  });

  it('begin with the contact for somebody in a hurry, unless the planner is off', () => {
    const lines = { urgent: { intents: ['sales'], urgency: 'high' } } as const;
    expect(play({ lines }).say('urgent')).toContain(ask('email'));
    expect(play({ lines, planner: 'off' }).say('urgent')).toContain(ask('use_case'));
  });
});

describe('in the queue', () => {
  it('the assistant tells the truth and asks only for a contact that is missing', () => {
    const chat = play();
    expect(chat.say('person')).toBe(text('handoff_human'));
    expect(chat.say('buy')).toBe(`${text('still_waiting')} ${ask('email')}`);
    expect(chat.say('mail')).toBe(text('contact_thanks'));
    expect(chat.say('forty')).toBe(text('still_waiting'));
    expect(chat.say('company')).toBeNull();
    expect(chat.say('what does it cost?')).toBe(text('still_waiting'));
  });

  it('says that nobody is available when that is so, and calls again when asked again', () => {
    const chat = play();
    chat.say('person');
    const handoffId = 'hnd_00000000000000000000000001' as never;
    chat.append(newEvent('handoff.expired', SYSTEM, { handoffId, because: 'nobody_available' }));
    expect(chat.say('forty')).toContain(text('nobody_available'));
    chat.say('person');
    expect(last(chat).handoff).toBe('human_request');
  });

  it('the button "talk to a person" needs no words to be understood', () => {
    const chat = play();
    chat.say('…', 'human_request');
    expect(last(chat)).toMatchObject({ handoff: 'human_request', intents: ['human_request'] });
  });

  it('a complaint is met with sympathy and a person', () => {
    const chat = play();
    expect(chat.say('terrible')).toContain(`${text('complaint_acknowledge')} ${text('handoff_complaint')}`);
    expect(last(chat).handoff).toBe('complaint');
  });
});

describe('the safety gate', () => {
  it('takes an opt-out at its word: one sentence, no question, no handoff, no contact later', () => {
    const chat = play({ passages: [PRICES] });
    for (const line of ['buy', 'forty']) chat.say(line);
    expect(chat.say('stop')).toBe(text('opt_out'));
    expect(last(chat)).toMatchObject({ verdict: 'disqualified', handoff: null, gate: { rule: 'opt_out' } });
    expect(chat.say('what does it cost?')).not.toContain('?');
    expect(last(chat).gate.rule).toBe('do_not_contact');
    expect(chat.say('mail')).toBeNull();
    expect(last(chat).handoff).toBeNull();
    chat.say('person');
    expect(last(chat).handoff).toBe('human_request');
  });

  it('answers abuse once and then keeps silent', () => {
    const chat = play();
    expect(chat.say('idiot')).toBe(text('abuse'));
    expect(chat.say('idiot')).toBeNull();
    expect(last(chat).gate).toMatchObject({ outcome: 'stop', rule: 'repeated_abuse' });
  });

  it('silences the assistant when automation is paused, and people can still be called', () => {
    const chat = play({ veto: { automationPaused: true } });
    expect(chat.say('person')).toBeNull();
    expect(last(chat)).toMatchObject({ gate: { outcome: 'stop' }, plan: ['skip'], handoff: 'human_request' });
  });

  it('calls people once when automation is paused, whatever is written', () => {
    const chat = play({ veto: { automationPaused: true } });
    expect(chat.say('what does it cost?')).toBeNull();
    expect(last(chat)).toMatchObject({ move: null, handoff: 'automation_paused' });
    expect(chat.say('dana')).toBeNull();
    expect(last(chat).handoff).toBeNull();
  });

  it('does nothing while a person owns the conversation', () => {
    const chat = play({ veto: { humanOwns: true } });
    expect(chat.say('person')).toBeNull();
    expect(last(chat)).toMatchObject({ move: null, handoff: null });
  });

  it('ends with a word at the turn limit and then stops', () => {
    const limit = PLAYBOOK.playbook.limits.turns;
    expect(play({ veto: { turnsTaken: limit - 1 } }).say('buy')).toContain(text('closing'));
    expect(play({ veto: { turnsTaken: limit } }).say('buy')).toBeNull();
  });

  it('breaks a loop', () => {
    const chat = play();
    const replies = Array.from({ length: 5 }, () => chat.say('ping'));
    expect(replies.at(-1)).toBeNull();
    expect(last(chat).gate.rule).toBe('loop');
  });

  it('keeps the model out when its budget is used up, and goes on by the rules', () => {
    const chat = play({ veto: { modelBudgetSpent: true } });
    expect(chat.say('buy')).toContain(ask('team_size'));
    expect(last(chat).gate).toMatchObject({ outcome: 'restrict', rule: 'model_budget' });
  });
});

describe('a disqualified visitor', () => {
  it('is told once, is asked nothing, and may still ask', () => {
    const chat = play({ passages: [PRICES] });
    expect(chat.say('job')).toBe(text('disqualified'));
    expect(chat.say('what does it cost?')).toContain('Plans start at 20 USD');
    expect(last(chat).move?.slot).toBeNull();
  });
});

it('a record carries the hash of its own content, and fits the limits of a message', () => {
  const chat = play({ passages: [PRICES] });
  for (const line of ['hello', 'what does it cost?', 'buy', 'forty', 'four', 'mail']) chat.say(line);
  for (const { hash, ...record } of chat.records) {
    expect(hash).toBe(contentHash(record));
    expect(record.move?.sentences.join(' ').length ?? 0).toBeLessThan(LIMITS.messageCharacters);
  }
});
