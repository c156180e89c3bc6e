import type { HandoffId, LogEvent } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { ANA, slotRecord } from '../../../test/build-log.js';
import { compiled, DEFAULT_PLAYBOOK, numbered, PlayedConversation } from '../../../test/play-visitor.js';
import { anaSays, goldenHistory, PLAYED_VISITOR, sendsFile } from '../../../test/played-acts.js';
import { newEvent, SYSTEM } from '../../conversations/index.js';
import { contentHash } from '../../kernel/digest.js';
import { foldPast, PAST_FORM } from './settle-past.js';
import { wholeLog } from './turn-log.js';

/** Decisions and changes of slots of every kind. Written once, these files do not change; newer ones are not added here. */
const DECIDED = ['contradiction', 'corrections', 'human-request', 'model-candidates', 'refusals'].map(
  (name) => `v2-${name}.jsonl`,
);
/** What the folds of these held when the form was written for the first time. */
const FORM_1 = { form: 1, hash: 'ecbcf3dc7ffe6a2b3d1677d03f3be6c5552ddd2920cc208868a247cbd4307cd1' };

it('holds what it held when its form got its number: raise PAST_FORM with every change of it', () => {
  const logs = [...DECIDED.map(goldenHistory), spokenByPeople()];
  const held = logs.map((log) => log.map(({ seq }) => foldPast(wholeLog(log), seq)));
  expect({ form: PAST_FORM, hash: contentHash(held) }).toEqual(FORM_1);
});

/** What a past holds beside what the assistant has read and decided: every other event that its folds know. */
function spokenByPeople(): readonly LogEvent[] {
  const chat = new PlayedConversation(compiled(DEFAULT_PLAYBOOK));
  for (let line = 1; line <= 30; line += 1) chat.write(`Line ${line}`);
  sendsFile(chat);
  anaSays(chat);
  const handoffId = numbered('hnd', 1) as HandoffId;
  const steer = { ask: ['phone'], avoid: ['budget'] };
  for (const event of [
    newEvent('handoff.requested', SYSTEM, { handoffId, reason: 'human_request' }),
    newEvent('handoff.offered', SYSTEM, { handoffId, agentIds: [ANA.id], deadlineAt: '' }),
    newEvent('handoff.expired', SYSTEM, { handoffId, because: 'no_accept' }),
    newEvent('handoff.accepted', ANA, { handoffId, agent: { id: ANA.id, name: 'Ana' } }),
    newEvent('owner.changed', ANA, { owner: ANA, epoch: 1 }),
    newEvent('note.added', ANA, { kind: 'summary', text: 'a summary' }),
    newEvent('note.added', ANA, { kind: 'instructions', text: 'instructions', steer }),
    newEvent('note.added', ANA, { kind: 'whisper', text: 'a whisper' }),
    newEvent('handoff.returned', ANA, { handoffId }),
    newEvent('handoff.closed', ANA, { handoffId }),
    newEvent('override.recorded', ANA, { override: { kind: 'automation', paused: true, reason: '' } }),
    newEvent('override.recorded', ANA, { override: { kind: 'automation', paused: false, reason: '' } }),
    newEvent('consent.recorded', PLAYED_VISITOR, {
      granted: false,
      version: '1',
      text: 'May we?',
      decidedAt: '',
    }),
    newEvent('consent.recorded', PLAYED_VISITOR, {
      granted: true,
      version: '1',
      text: 'May we?',
      decidedAt: '',
    }),
    newEvent('slot.withdrawn', PLAYED_VISITOR, { slot: slotRecord('email', 'withdrawn', null) }),
  ])
    chat.append(event);
  const decided = goldenHistory('v2-refusals.jsonl').find((event) => event.type === 'decision.recorded');
  if (decided?.type !== 'decision.recorded') throw new Error('no decision');
  const gate = { outcome: 'restrict', rule: 'abuse', because: '' } as const;
  chat.append(newEvent('decision.recorded', SYSTEM, { decision: { ...decided.data.decision, gate } }));
  return chat.log;
}
