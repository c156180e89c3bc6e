import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DecisionRecord, LogEvent } from '@baton/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANA } from '../../../test/build-log.js';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../test/play-visitor.js';
import { anaSays, goldenHistory, PLAYED_VISITOR, sendsFile } from '../../../test/played-acts.js';
import { newEvent, SYSTEM } from '../../conversations/index.js';
import { canonicalJson } from '../../kernel/digest.js';
import { conversationLines } from '../prompts/conversation-lines.js';
import { decideTurn } from './decide-turn.js';
import { hearCandidates } from './hear-candidates.js';
import { findPendingTurn, listUnanswered } from './pending-turn.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { foldPast, settlePast } from './settle-past.js';
import { historyOf, memoryOf, type TurnLog, wholeLog } from './turn-log.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const HISTORIES = fileURLToPath(new URL('./golden-histories/', import.meta.url));
const FILES = readdirSync(HISTORIES).sort();

/** The log with its first events as a past that has been to the database and back. */
function cutAfter(log: TurnLog, seq: number): TurnLog {
  const past = JSON.parse(JSON.stringify(foldPast(log, seq)));
  return { past, recent: log.recent.filter((event) => event.seq > seq) };
}

/** The places at which everything that was written had been dealt with by the end of this log. */
function quietPlaces(log: readonly LogEvent[]): readonly number[] {
  const open = listUnanswered(wholeLog(log))[0]?.seq ?? Number.POSITIVE_INFINITY;
  return log.map(({ seq }) => seq).filter((seq) => seq < open);
}

/** The places before the messages that a decision is about. */
function placesBefore(log: readonly LogEvent[], { inputs }: DecisionRecord): readonly number[] {
  const opening = log.find(
    ({ type, data }) =>
      type === 'message.sent' && 'messageId' in data && inputs.messageIds.includes(data.messageId),
  );
  return log.map(({ seq }) => seq).filter((seq) => seq < (opening?.seq ?? 0));
}

/** Decides again what this record says, from a log of which the beginning may be past. */
function again(
  log: TurnLog,
  record: DecisionRecord,
  first: DecisionRecord | null,
  playbook: CompiledPlaybook,
) {
  const { inputs, turnId } = record;
  if (first === null) return decideTurn({ log, turnId, inputs }, playbook).record;
  return hearCandidates({ log, headSeq: inputs.headSeq, first, candidates: inputs.modelCandidates }, playbook)
    .record;
}

function playbookOf(version: string): CompiledPlaybook {
  const path = `../../../playbooks/baselines/${version}/playbook.yaml`;
  return compiled(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

describe('a log whose beginning is past', { timeout: 120_000 }, () => {
  it.each(FILES)('decides to the same bytes wherever it is cut: %s', (file) => {
    const log = goldenHistory(file);
    const playbook = playbookOf(file.split('-')[0] ?? '');
    const decided = new Map<string, DecisionRecord>();
    let compared = 0;
    for (const event of log) {
      if (event.type !== 'decision.recorded') continue;
      const { decision } = event.data;
      const before = log.filter(({ seq }) => seq <= decision.inputs.headSeq);
      const first = decided.get(decision.turnId) ?? null;
      for (const seq of placesBefore(before, decision)) {
        const made = again(cutAfter(wholeLog(before), seq), decision, first, playbook);
        expect(canonicalJson(made)).toBe(canonicalJson(decision));
        // And where the messages are read anew, by the rules as they are now.
        if (first === null) {
          const { reading: _, ...inputs } = decision.inputs;
          const unread = { ...decision, inputs };
          const [cut, whole] = [cutAfter(wholeLog(before), seq), wholeLog(before)];
          expect(again(cut, unread, first, playbook).hash).toBe(again(whole, unread, first, playbook).hash);
        }
        compared += 1;
      }
      decided.set(decision.turnId, decision);
    }
    expect(compared).toBeGreaterThan(3);
  });

  it('I8: is the same conversation, whoever has had the word and wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(ACT, { minLength: 4, maxLength: 14 }), (acts) => {
        const chat = new PlayedConversation(PLAYBOOK);
        for (const act of acts) act(chat);
        const whole = wholeLog(chat.log);
        for (const seq of quietPlaces(chat.log)) {
          const cut = cutAfter(whole, seq);
          expect(findPendingTurn(cut)).toEqual(findPendingTurn(whole));
          expect(memoryOf(cut, PLAYBOOK.playbook.slots)).toEqual(memoryOf(whole, PLAYBOOK.playbook.slots));
          expect(conversationLines(cut)).toEqual(conversationLines(whole));
          expect(JSON.stringify(historyOf(cut))).toBe(JSON.stringify(historyOf(whole)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same past, folded at once or bit by bit', () => {
    for (const file of FILES) {
      const whole = wholeLog(goldenHistory(file));
      const last = whole.recent.length;
      const middle = Math.floor(last / 2);
      const [atOnce, inTwo] = [foldPast(whole, last), foldPast(cutAfter(whole, middle), last)];
      expect(JSON.stringify(inTwo)).toBe(JSON.stringify(atOnce));
    }
  });

  it('knows the slots of a playbook that is younger than the past', () => {
    const chat = new PlayedConversation(playbookOf('v1'));
    chat.say('We are 40 people and need a shared inbox');
    const cut = cutAfter(wholeLog(chat.log), chat.log.length);
    const { slots } = PLAYBOOK.playbook;
    expect(JSON.stringify(memoryOf(cut, slots))).toBe(JSON.stringify(memoryOf(wholeLog(chat.log), slots)));
  });
});

describe('settlePast', () => {
  it('leaves a log of ordinary length alone', () => {
    expect(settlePast(wholeLog(visited(119).log))).toBeNull();
  });

  it('keeps the last sixty events of a long one as they are', () => {
    const chat = visited(200);
    const past = settlePast(wholeLog(chat.log));
    expect(past?.seq).toBe(140);
    const then = cutAfter(wholeLog(chat.log), 140);
    expect(settlePast(then)).toBeNull();
  });

  it('keeps a message that nobody has answered, and what came after it', () => {
    const chat = visited(100);
    chat.write('Is anybody there?');
    const open = chat.log.length;
    while (chat.log.length < 300) visit(chat);
    expect(settlePast(wholeLog(chat.log))?.seq).toBe(open - 1);
    expect(settlePast(cutAfter(wholeLog(chat.log), open - 1))).toBeNull();
  });

  it('does not grow with every line of a conversation', () => {
    const chat = new PlayedConversation(PLAYBOOK);
    while (chat.log.length < 200) chat.say(`And what about number ${chat.log.length}?`);
    const sizes = [1, 20].map((times) => {
      const log = Array.from({ length: times }, () => chat.log).flat();
      const events = log.map((event, index) => ({ ...event, seq: index + 1 }));
      return JSON.stringify(foldPast(wholeLog(events), events.length)).length;
    });
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) * 1.1);
  });
});

type Act = (chat: PlayedConversation) => void;

const says =
  (text: string): Act =>
  (chat) =>
    void chat.say(text);
const happens = (...events: readonly Parameters<PlayedConversation['append']>[0][]): Act => {
  return (chat) => {
    for (const event of events) chat.append(event);
  };
};

/** What may happen in a conversation, as far as a turn depends on it. */
const ACT: fc.Arbitrary<Act> = fc.oneof(
  fc
    .constantFrom(
      'We need a shared inbox for our clinics',
      '40 people',
      'no, 14 of us',
      'I am Dana Whitfield',
      'dana@brightwellvets.example',
      "I'd rather not say",
      'can I talk to a person please',
      'you are an idiot',
      'hello?',
      'What does it cost?',
    )
    .map(says),
  fc.constant<Act>((chat) => chat.write('and one more thing')),
  fc.constant<Act>((chat) => void chat.takeTurn()),
  fc.constant<Act>(visit),
  fc.constant(happens(newEvent('owner.changed', ANA, { owner: ANA, epoch: 1 }))),
  fc.constant(happens(newEvent('owner.changed', ANA, { owner: { kind: 'assistant' }, epoch: 2 }))),
  fc.constant<Act>(anaSays),
  fc.constant<Act>(sendsFile),
  fc.constant<Act>((chat) => void chat.say('Talk to a person', 'human_request')),
  fc.constant(
    happens(
      newEvent('note.added', ANA, {
        kind: 'instructions',
        text: 'ask for a number',
        steer: { ask: ['phone'], avoid: ['budget'] },
      }),
    ),
  ),
  fc
    .constantFrom('summary' as const, 'instructions' as const, 'whisper' as const)
    .map((kind) => happens(newEvent('note.added', ANA, { kind, text: `a ${kind}` }))),
  fc.boolean().map((granted) =>
    happens(
      newEvent('consent.recorded', PLAYED_VISITOR, {
        granted,
        version: '1',
        text: 'May we?',
        decidedAt: '',
      }),
    ),
  ),
  fc
    .boolean()
    .map((paused) =>
      happens(newEvent('override.recorded', ANA, { override: { kind: 'automation', paused, reason: '' } })),
    ),
);

function visit(chat: PlayedConversation): void {
  const page = { url: `https://shop.example/${chat.log.length}`, title: 'Shop', referrer: '' };
  chat.append(newEvent('page.visited', SYSTEM, { page }));
}

/** A visitor who looks around, until the log is that long. */
function visited(events: number): PlayedConversation {
  const chat = new PlayedConversation(PLAYBOOK);
  chat.say('Hello');
  while (chat.log.length < events) visit(chat);
  return chat;
}
