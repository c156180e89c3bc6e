import type { EventType, LogEvent } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, decisionsOf, isExtraction, modelEnvironment, typesOf } from '../../../test/chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../../../test/model-endpoint.js';
import { createWorld, type World } from '../../../test/world.js';
import { adversarialScript } from '../../llm/index.js';
import { fold, isGrounded } from '../core/output-gate.js';
import { Playbooks } from '../playbook/playbooks.service.js';

let endpoint: ModelEndpoint;
let rules: World;
let modelled: World;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  rules = await createWorld(inject('postgresUrl'));
  modelled = await createWorld(inject('postgresUrl'), modelEnvironment(endpoint.url));
});
afterAll(async () => {
  await rules?.stop();
  await modelled?.stop();
  await endpoint?.stop();
});

describe('with a hostile model', () => {
  const LINES = [
    'Hello',
    'I am Dana Winter from Brightwell Dental',
    'We are 40 people',
    'dana@brightwell-dental.com',
  ];
  const ALLOWED: readonly EventType[] = [
    'conversation.started',
    'message.sent',
    'slot.filled',
    'slot.proposed',
    'slot.corrected',
    'slot.conflicted',
    'decision.recorded',
    'turn.degraded',
    'handoff.requested',
    'handoff.offered',
    'handoff.expired',
    'owner.changed',
  ];

  it('I15: verdict, handoff and slots are those of the rules, and nothing ungrounded is said', async () => {
    const plain = await chatIn(rules);
    for (const line of LINES) await plain.say(line);
    const expected = outcomeOf(await plain.log());
    const compiled = await modelled.server.app
      .get(Playbooks, { strict: false })
      .current(modelled.workspaces.tidewater);
    for (let seed = 0; seed < 12; seed += 1) {
      const script = adversarialScript(seed);
      endpoint.behave((body) => {
        const schema = isExtraction(body) ? extractionShape(body) : null;
        const steps = [...script({ turns: [{ role: 'user', text: `${seed}` }], schema })];
        const pieces = steps.flatMap((step) => (step.do === 'say' ? [step.text] : []));
        return { name: 'speak', pieces };
      });
      const chat = await chatIn(modelled);
      for (const line of LINES) await chat.say(line);
      const log = await chat.log();
      expect(outcomeOf(log)).toEqual(expected);
      expect(typesOf(log).filter((type) => !ALLOWED.includes(type))).toEqual([]);
      const grounds = fold(
        [
          ...decisionsOf(log).flatMap(({ move, inputs }) => [
            ...(move?.sentences ?? []),
            ...inputs.passages.map((passage) => passage.text),
          ]),
          ...Object.values(compiled.playbook.texts).flatMap((text) => Object.values(text ?? {})),
        ].join('\n'),
      );
      const own = new Set(decisionsOf(log).flatMap(({ move }) => move?.sentences ?? []));
      for (const event of log) {
        if (event.type !== 'message.sent' || event.actor.kind !== 'assistant') continue;
        const rest = [...own].reduce((text, sentence) => text.replace(sentence, ''), event.data.text).trim();
        for (const sentence of rest.split(/(?<=[.!…])\s+/).filter((each) => each !== '')) {
          expect(isGrounded(sentence, grounds), sentence).toBe(true);
        }
      }
    }
  }, 120_000);
});

/** What the rules decide; the order and the words of the assistant do not belong to it. */
function outcomeOf(log: readonly LogEvent[]): unknown {
  const slots = Object.fromEntries(
    log.flatMap((event) =>
      'slot' in event.data ? [[event.data.slot.key, event.data.slot.current?.value ?? null]] : [],
    ),
  );
  const last = decisionsOf(log).at(-1);
  return {
    slots,
    verdict: last?.verdict,
    handoffs: typesOf(log).filter((type) => type === 'handoff.requested'),
  };
}

/** The schema that the request asks for, wherever this mode of structured output puts it. */
function extractionShape(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const found = findSchema(body);
  return found ?? { type: 'object', properties: {} };
}

function findSchema(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('properties' in value && 'type' in value) return Object.fromEntries(Object.entries(value));
  for (const child of Object.values(value)) {
    const found = findSchema(child);
    if (found) return found;
  }
  return null;
}
