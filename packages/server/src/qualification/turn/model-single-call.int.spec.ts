import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, decisionsOf, modelEnvironment, typesOf } from '../../../test/chat.js';
import {
  type EndpointBehaviour,
  type ModelEndpoint,
  startModelEndpoint,
} from '../../../test/model-endpoint.js';
import { NO_FACT } from '../../../test/no-fact.js';
import { createWorld, type World } from '../../../test/world.js';

let endpoint: ModelEndpoint;
let world: World;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  world = await createWorld(inject('postgresUrl'), {
    ...modelEnvironment(endpoint.url),
    MODEL_CALLS: 'single',
  });
});
afterAll(async () => {
  await world?.stop();
  await endpoint?.stop();
});

const fact = (kind: string, quote: string) => ({ ...NO_FACT, kind, quote, text: quote });

describe('with a small local model that serves one call at a time', () => {
  it('asks once per turn; the words pass the gate and the facts the span check', async () => {
    const answer = {
      reply: 'Good to have you here. It costs 5 EUR. ',
      facts: [fact('role', 'signed off by me'), fact('company', 'Invented Ltd')],
    };
    endpoint.behave({ name: 'speak', pieces: [JSON.stringify(answer)] });
    const chat = await chatIn(world);
    const before = endpoint.requests.length;
    const reply = await chat.say('all of that gets signed off by me');
    expect(endpoint.requests.length - before).toBe(1);
    expect(reply.origin).toBe('model');
    expect(reply.text).toContain('Good to have you here.');
    expect(reply.text).not.toContain('EUR');
    const log = await chat.log();
    const values = log.flatMap((event) => ('slot' in event.data ? [event.data.slot.current?.value] : []));
    expect(values).toContain('signed off by me');
    expect(values).not.toContain('Invented Ltd');
    expect(decisionsOf(log).at(-1)?.score.basis).toBe('rules_and_model');
  });

  it.each<EndpointBehaviour>([{ name: 'html' }, { name: 'no_headers' }, { name: 'refusal' }])(
    'the rules answer in the same message: $name',
    async (behaviour) => {
      endpoint.behave(behaviour);
      const chat = await chatIn(world);
      const reply = await chat.say('Hello');
      expect(reply.origin).toBe('template');
      expect(reply.text).not.toBe('');
      expect(typesOf(await chat.log())).toContain('turn.degraded');
      expect(decisionsOf(await chat.log()).at(-1)?.score.basis).toBe('rule_based_fallback');
    },
  );
});
