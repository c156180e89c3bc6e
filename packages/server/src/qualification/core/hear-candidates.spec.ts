import type { SlotCandidate } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { dictate, LINES } from '../../../test/dictated-reading.js';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../test/play-visitor.js';
import { newEvent, SYSTEM } from '../../conversations/core/events.js';
import { hearCandidates } from './hear-candidates.js';
import { replayDecision } from './replay.js';
import { wholeLog } from './turn-log.js';
import { evidenceAt } from './understanding/spans.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);

/** A conversation whose last line the rules could not read, and a model that could. */
function heard(
  lines: readonly string[],
  last: string,
  read: Partial<SlotCandidate> & Pick<SlotCandidate, 'kind' | 'value'>,
) {
  const chat = new PlayedConversation(PLAYBOOK, { understand: dictate(LINES) });
  for (const line of lines) chat.say(line);
  chat.say(last);
  // As while the reply is being spoken: the decision is in the log, the message is not.
  chat.log.pop();
  const first = chat.records.at(-1);
  const message = chat.log.findLast((event) => event.type === 'message.sent');
  if (!first || message?.type !== 'message.sent') throw new Error('nothing was said');
  const { messageId: id, text } = message.data;
  const candidate = {
    confidence: 0.7,
    reason: 'The model quoted these words.',
    source: 'model',
    corrects: false,
    evidence: [evidenceAt({ id, text }, 0, text.length)],
    ...read,
  } as SlotCandidate;
  const headSeq = chat.log.length;
  const decision = hearCandidates(
    { log: wholeLog(chat.log), headSeq, first, candidates: [candidate] },
    PLAYBOOK,
  );
  return { chat, first, decision };
}

describe('what the model hears', () => {
  it('fills a slot and replaces the question that it has answered', () => {
    const { first, decision } = heard(['buy'], 'a whole lot of us', {
      kind: 'team_size',
      value: { min: 40, max: 40 },
    });
    expect(first.move?.slot).toBe('name');
    const asked = heard([], 'hello', { kind: 'use_case', value: 'hello' });
    expect(asked.first.move?.slot).toBe('use_case');
    expect(asked.decision.record.move?.slot).toBe('team_size');
    expect(asked.decision.record.move?.sentences.slice(0, -1)).toEqual(
      asked.first.move?.sentences.slice(0, -1),
    );
    expect(decision.changes.map(({ type }) => type)).toEqual(['slot.filled']);
  });

  it('may call a person: the question gives way to it', () => {
    const { first, decision } = heard(['buy', 'forty'], 'my address, as spoken', {
      kind: 'email',
      value: 'dana@brightwell-dental.com',
    });
    expect(first.handoff).toBeNull();
    expect(decision.record).toMatchObject({
      handoff: 'qualified',
      verdict: 'qualified',
      move: { slot: null },
    });
    expect(decision.record.move?.sentences.at(-1)).toBe(PLAYBOOK.playbook.texts.handoff_qualified.en);
  });

  it('does not count without a span in this turn’s messages', () => {
    const { decision } = heard(['buy', 'forty'], 'no address at all', {
      kind: 'email',
      value: 'dana@brightwell-dental.com',
      evidence: [],
    });
    expect(decision.changes).toEqual([]);
    expect(decision.record.handoff).toBeNull();
  });

  it('does not overwrite what the rules have read', () => {
    const { decision } = heard(['buy', 'forty'], 'we are two', {
      kind: 'team_size',
      value: { min: 2, max: 2 },
    });
    expect(decision.changes).toEqual([]);
  });

  it('replays to the same bytes from the log', () => {
    const { chat, decision } = heard([], 'hello', { kind: 'use_case', value: 'hello' });
    const at = chat.log.length;
    for (const { type, slot } of decision.changes) chat.append(newEvent(type, SYSTEM, { slot }));
    chat.append(newEvent('decision.recorded', SYSTEM, { decision: decision.record }));
    expect(decision.record.inputs.headSeq).toBe(at);
    expect(replayDecision(chat.log, decision.record, PLAYBOOK).move).toEqual(decision.record.move);
    expect(replayDecision(chat.log, decision.record, PLAYBOOK).hash).toBe(decision.record.hash);
  });
});
