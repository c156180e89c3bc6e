import { readFileSync } from 'node:fs';
import type { Bundle, Evidence, LogEvent, MessageId, VisitorId } from '@baton/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ANA, systemEvent } from '../../../test/build-log.js';
import { compiled, DEFAULT_PLAYBOOK, numbered, PlayedConversation } from '../../../test/play-visitor.js';
import { newEvent } from '../../conversations/index.js';
import { canonicalJson, contentHash } from '../../kernel/digest.js';
import { buildBundle } from './build-bundle.js';
import { correctSlot, readEvidence } from './correct-slot.js';
import { deskOf } from './words/desk.js';

/** 5,000 with `BUNDLE_LOGS=5000`; the gate plays fewer. */
const LOGS = Number(process.env['BUNDLE_LOGS'] ?? 60);
const PATIENCE_MS = 60_000 + LOGS * 1_000;
const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
/** What anybody can download, not the code it is made from. */
const published = z.fromJSONSchema(
  JSON.parse(
    readFileSync(new URL('../../../../../docs/schemas/bundle-v1.schema.json', import.meta.url), 'utf8'),
  ),
);

const LINES = [
  'Hi there',
  'I am Dana Winter from Brightwell Dental, head of operations',
  'We need a shared inbox for our support team of 40 people',
  'we would be 20 people',
  'actually about 200 people',
  'dana.winter@brightwell-dental.com',
  'write to d.winter@example.org instead',
  'budget is about 2000 USD a month, starting in January',
  'my number is +49 30 901820',
  'not telling you my phone number',
  'we use Freshdesk today and it is too expensive',
  'I need this today, it is urgent!',
  'this is a disgrace, I want to complain',
  'can I talk to a real person?',
  'What does it cost?',
  'do you support SAML?',
  'please forget my budget',
  'thanks',
  'Guten Tag, wir suchen eine Terminplanung für unsere Praxis in Berlin',
  '👩‍👩‍👧 …',
] as const;

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }) },
);
const step = fc.oneof(
  { weight: 8, arbitrary: line.map((text) => ({ do: 'say', text }) as const) },
  { weight: 1, arbitrary: line.map((text) => ({ do: 'note', text }) as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      slot: fc.nat(20),
      withProof: fc.boolean(),
      withdraw: fc.boolean(),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function played(steps: readonly Step[]): readonly LogEvent[] {
  const chat = new PlayedConversation(PLAYBOOK);
  for (const each of steps) {
    if (each.do === 'say') chat.say(each.text);
    else if (each.do === 'note')
      chat.append(newEvent('note.added', ANA, { kind: 'whisper', text: each.text }));
    else correct(chat, each);
  }
  return chat.log;
}

/** As an agent does it: with the visitor's words as proof, or without. */
function correct(
  chat: PlayedConversation,
  { slot, withProof, withdraw }: Extract<Step, { do: 'correct' }>,
): void {
  const { slots } = bundleOf(chat.log);
  const held = slots[slot % slots.length];
  if (!held) return;
  const text = chat.log.findLast((event) => event.type === 'message.sent' && event.actor.kind === 'visitor');
  const evidence =
    withProof && text?.type === 'message.sent'
      ? readEvidence(chat.log, { messageId: text.data.messageId, start: 0, end: text.data.text.length })
      : null;
  const value = withdraw ? null : (held.current?.value ?? 'As the agent heard it');
  const corrected = correctSlot(held, { value, reason: 'She said so on the phone', evidence });
  if (corrected) chat.append(newEvent('slot.corrected', ANA, { slot: corrected }));
}

function bundleOf(log: readonly LogEvent[]): Bundle {
  const [first] = log;
  if (!first) throw new Error('an empty log');
  return buildBundle({
    conversationId: first.conversationId,
    log,
    visitorId: numbered('vis', 1) as VisitorId,
    playbook: PLAYBOOK.playbook,
    identity: { version: 1, hash: 'a'.repeat(64) },
    desk: deskOf(PLAYBOOK.playbook),
  });
}

function textsOf(log: readonly LogEvent[], who: 'anybody' | 'visitor'): ReadonlyMap<MessageId, string> {
  return new Map(
    log.flatMap((event) =>
      event.type === 'message.sent' && (who === 'anybody' || event.actor.kind === 'visitor')
        ? [[event.data.messageId, event.data.text] as const]
        : [],
    ),
  );
}

describe(`bundles of ${LOGS} random conversations`, () => {
  const conversations = fc.array(step, { minLength: 1, maxLength: 12 }).map(played);
  // Made once: the same conversations are looked at three times.
  const drawn = fc
    .sample(conversations, { seed: 5, numRuns: LOGS })
    .map((log) => ({ log, bundle: bundleOf(log) }));
  const always = (holds: (log: readonly LogEvent[], bundle: Bundle) => void) => {
    for (const { log, bundle } of drawn) holds(log, bundle);
  };

  it('have the published form, and the same bytes and hash wherever they are read', {
    timeout: PATIENCE_MS,
  }, () => {
    always((log, bundle) => {
      expect(published.safeParse(JSON.parse(canonicalJson(bundle))).error?.issues ?? []).toEqual([]);
      // Over HTTP they are the canonical bytes; in the event and on the socket they have been through JSON.
      const recorded: Bundle = JSON.parse(JSON.stringify(bundle));
      const { hash, ...rest } = recorded;
      expect(contentHash(rest)).toBe(hash);
      const later = [
        ...log,
        {
          ...log[0],
          ...systemEvent('bundle.recorded', { handoffId: numbered('hnd', 1) as never, bundle }),
          seq: log.length + 1,
        } as LogEvent,
      ];
      const again = bundleOf(later.filter(({ seq }) => seq <= bundle.seq));
      expect(canonicalJson(again)).toBe(canonicalJson(recorded));
    });
  });

  it('prove every value and every point of the score with words that stand in the log', {
    timeout: PATIENCE_MS,
  }, () => {
    let points = 0;
    let values = 0;
    always((log, bundle) => {
      const texts = textsOf(log, 'visitor');
      const resolves = ({ messageId, start, end, quote }: Evidence) =>
        quote !== '' && texts.get(messageId)?.slice(start, end) === quote;
      for (const value of bundle.slots.flatMap(({ current, rivals }) => [
        ...(current ? [current] : []),
        ...rivals,
      ])) {
        values += 1;
        expect(value.evidence.filter((each) => !resolves(each))).toEqual([]);
        // An agent may know something that was never written; then the bundle says that it is the agent's word.
        expect(value.evidence.length > 0 || value.source === 'agent').toBe(true);
      }
      for (const reason of bundle.score?.reasons ?? []) {
        points += 1;
        expect(reason.evidence.filter((each) => !resolves(each))).toEqual([]);
        const byAgent = bundle.slots.some(
          ({ key, current }) => reason.slots.includes(key) && current?.source === 'agent',
        );
        expect([reason.rule, reason.evidence.length > 0 || byAgent]).toEqual([reason.rule, true]);
      }
    });
    expect(Math.min(points, values)).toBeGreaterThan(LOGS / 3);
  });

  it('say nothing in a summary that does not stand on messages of the log', { timeout: PATIENCE_MS }, () => {
    let sentences = 0;
    always((log, bundle) => {
      const texts = textsOf(log, 'anybody');
      for (const part of ['summary', 'openQuestions', 'objections', 'promised'] as const)
        for (const { text, messageIds } of bundle[part]) {
          sentences += 1;
          expect([part, text, messageIds.length > 0]).toEqual([part, text, true]);
          expect(messageIds.filter((id) => !texts.has(id))).toEqual([]);
        }
    });
    expect(sentences).toBeGreaterThan(LOGS / 2);
  });
});
