import type { LogEventOf } from '@baton/shared-types';
import { AGENT_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chatIn, isExtraction, modelEnvironment, NO_FACTS, typesOf } from '../../../test/chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../../../test/model-endpoint.js';
import { NO_FACT } from '../../../test/no-fact.js';
import { createWorld, type World } from '../../../test/world.js';

let endpoint: ModelEndpoint;
let modelled: World;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  modelled = await createWorld(inject('postgresUrl'), modelEnvironment(endpoint.url));
});
afterAll(async () => {
  await modelled?.stop();
  await endpoint?.stop();
});

describe('with a model', () => {
  beforeEach(() => {
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: ['Lovely to meet', ' you. It costs 3 EUR. ', 'Happy to help.'], gapMs: 5 },
    );
  });

  it('the model phrases, false prices are dropped, and the question is the playbook’s', async () => {
    const chat = await chatIn(modelled);
    const message = await chat.say('Hello');
    expect(message.origin).toBe('model');
    expect(message.text).toBe('Lovely to meet you. Happy to help. What would you like to use it for?');
    expect(message.asks).toBe('use_case');
  });

  it('streams whole sentences that the final message repeats', async () => {
    const chat = await chatIn(modelled);
    const message = await chat.say('Hello');
    const delta = await chat.visitor.notice(
      'stream.delta',
      ({ messageId }) => messageId === message.messageId,
    );
    expect(message.text.startsWith(delta.text)).toBe(true);
    expect(delta.offset).toBe(0);
  });

  it('keeps a fact only when the visitor’s words contain it', async () => {
    const facts = [
      { ...NO_FACT, kind: 'current_tool', quote: 'Frontbase', text: 'Frontbase' },
      { ...NO_FACT, kind: 'company', quote: 'Invented Ltd', text: 'Invented Ltd' },
      { ...NO_FACT, kind: 'team_size', quote: 'Frontbase', min: 500, max: 500 },
    ];
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [JSON.stringify({ facts })] }
        : { name: 'speak', pieces: ['Good to know.'] },
    );
    const chat = await chatIn(modelled);
    await chat.say('ok so it is Frontbase over here');
    const slots = (await chat.log()).flatMap((event) =>
      event.type === 'slot.filled' || event.type === 'slot.proposed' ? [event.data.slot] : [],
    );
    const fromModel = slots.filter((slot) => slot.current?.source === 'model');
    expect(fromModel.every((slot) => slot.key === 'current_tool')).toBe(true);
    expect(slots.some((slot) => slot.key === 'company' || slot.key === 'team_size')).toBe(false);
  });

  it.each([
    [
      'stalls after the first chunk',
      { name: 'stall_after', pieces: ['Good to hear from you. And so'] },
      'timeout_idle',
    ],
    ['answers 500', { name: 'status', status: 500 }, 'upstream_error'],
    ['is cut off', { name: 'cut_after', pieces: ['Good to hear from you. And so'] }, 'cut'],
  ] as const)(
    'I16: a model that %s is finished by the rules in the same message',
    async (_, behaviour, kind) => {
      const world = await createWorld(inject('postgresUrl'), modelEnvironment(endpoint.url));
      try {
        endpoint.behave(behaviour);
        const chat = await chatIn(world);
        const message = await chat.say('I am Dana Winter, my email is dana@brightwell-dental.com');
        expect(message.text).toContain('What would you like to use it for?');
        expect(message.text).toContain('Nice to meet you, Dana.');
        expect(message.text).not.toContain('And so');
        const log = await chat.log();
        const degraded = log.filter((event) => event.type === 'turn.degraded');
        expect(degraded.map((event) => event.data)).toContainEqual(
          expect.objectContaining({ lane: 'reply', kind }),
        );
        expect(log.filter((event) => event.type === 'message.sent')).toHaveLength(2);
        expect(typesOf(log)).toContain('slot.filled');
      } finally {
        await world.stop();
      }
    },
  );

  it('A99: falls silent in mid-stream when a person takes over; what was shown stays, marked as interrupted', async () => {
    const sentences = Array.from(
      { length: 30 },
      (_, n) => `This is thought ${'abcdefghijklmnopqrstuvwxyzabcdef'[n]}. `,
    );
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: sentences, gapMs: 100 },
    );
    const chat = await chatIn(modelled);
    await chat.send('Hello');
    await chat.visitor.notice('stream.delta');
    const agent = await modelled.agent('tidewater');
    const taken = await agent.ask(AGENT_COMMAND.takeOver, {
      conversationId: chat.id(),
      clientId: 'take-over-1',
    });
    expect(taken.ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const log = await chat.log();
    const change = log.findLast((event) => event.type === 'owner.changed');
    const messages = log.filter(
      (event): event is LogEventOf<'message.sent'> =>
        event.type === 'message.sent' && event.actor.kind === 'assistant',
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]?.data.interrupted).toBe(true);
    expect(messages[0]?.seq).toBeLessThan(change?.seq ?? 0);
  });
});
