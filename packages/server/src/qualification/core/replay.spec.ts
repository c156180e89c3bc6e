import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../test/play-visitor.js';
import { canonicalJson } from '../../kernel/digest.js';
import { replayDecision } from './replay.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);

/** Conversations as the rules read them; nothing is dictated. */
const VISITORS: Readonly<Record<string, { readonly locale: string; readonly lines: readonly string[] }>> = {
  'buys in English': {
    locale: 'en',
    lines: [
      'Hi there',
      'We need a shared inbox for our support team of 40 people',
      'I am Dana Winter from Brightwell Dental',
      'dana.winter@brightwell-dental.com',
      'budget is about 2000 USD a month, starting in January',
    ],
  },
  'buys in German': {
    locale: 'de',
    lines: [
      'Guten Tag, wir suchen eine Terminplanung für unsere Praxis',
      'Wir sind 14 Leute',
      'Mein Name ist Jonas Falk',
      'lieber nicht',
      'jonas.falk@praxis-falk.de',
    ],
  },
  'contradicts and wants a person': {
    locale: 'en',
    lines: [
      'we would be 20 people',
      'about 200 people',
      'can I talk to a real person?',
      '+49 30 901820',
      'thanks',
    ],
  },
};

function played(name: string): PlayedConversation {
  const visitor = VISITORS[name];
  if (!visitor) throw new Error(`no visitor "${name}"`);
  const chat = new PlayedConversation(PLAYBOOK, { locale: visitor.locale });
  for (const line of visitor.lines) chat.say(line);
  return chat;
}

describe('replayDecision', { timeout: 60_000 }, () => {
  it.each(Object.keys(VISITORS))('gives the same bytes for every decision: %s', (name) => {
    const { log, records } = played(name);
    expect(records.length).toBeGreaterThan(3);
    for (const record of records) {
      expect(canonicalJson(replayDecision(log, record, PLAYBOOK))).toBe(canonicalJson(record));
    }
  });

  it('shows what another playbook would have decided', () => {
    const strict = compiled(
      DEFAULT_PLAYBOOK.replace('team_size.orValue(0) >= 10', 'team_size.orValue(0) >= 1000'),
    );
    const { log, records } = played('buys in English');
    const changed = records.filter((record) => replayDecision(log, record, strict).hash !== record.hash);
    expect(changed.length).toBeGreaterThan(0);
  });

  it('does not depend on what was written later', () => {
    const { log, records } = played('buys in English');
    fc.assert(
      fc.property(fc.nat(records.length - 1), fc.nat(log.length), (index, extra) => {
        const record = records[index];
        if (!record) return;
        const prefix = log.slice(0, record.inputs.headSeq + extra);
        expect(replayDecision(prefix, record, PLAYBOOK).hash).toBe(record.hash);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
