import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  chatIn,
  decisionsOf,
  isExtraction,
  modelEnvironment,
  NO_FACTS,
  spokenAfter,
  until,
} from '../../../test/chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../../../test/model-endpoint.js';
import { DEFAULT_PLAYBOOK } from '../../../test/play-visitor.js';
import { createWorld, type World } from '../../../test/world.js';
import { Playbooks } from '../playbook/playbooks.service.js';

let endpoint: ModelEndpoint;
let world: World;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  endpoint.behave((body) => ({
    name: 'speak',
    pieces: [isExtraction(body) ? NO_FACTS : 'Hello, good to have you here. '],
  }));
  world = await createWorld(inject('postgresUrl'), modelEnvironment(endpoint.url));
});
afterEach(() => publish(DEFAULT_PLAYBOOK));
afterAll(async () => {
  await world?.stop();
  await endpoint?.stop();
});

const publish = (yaml: string) =>
  world.server.app.get(Playbooks, { strict: false }).publish(world.workspaces.tidewater, yaml, null);

function limited(limit: string, value: number): string {
  const yaml = DEFAULT_PLAYBOOK.replace(new RegExp(`${limit}: \\d+`), `${limit}: ${value}`);
  expect(yaml).not.toBe(DEFAULT_PLAYBOOK);
  return yaml;
}

describe('A97 I17: what a model may cost', () => {
  it('every call is booked and summed up', async () => {
    const chat = await chatIn(world);
    await chat.say('Hello');
    const calls = await world.sql<{ lane: string; tokens: number; counted: boolean }>(
      'SELECT lane, input_tokens + output_tokens AS tokens, counted FROM model_call WHERE conversation_id = $1 ORDER BY lane',
      [chat.id()],
    );
    expect(calls.map(({ lane }) => lane)).toEqual(['extraction', 'reply']);
    const [sum] = await world.sql<{ tokens: number }>(
      'SELECT tokens FROM model_usage WHERE conversation_id = $1',
      [chat.id()],
    );
    expect(sum?.tokens).toBe(calls.reduce((total, { tokens }) => total + tokens, 0));
    const days = await world.sql<{ tokens: string }>(
      "SELECT tokens FROM model_usage_day WHERE workspace_id = $1 AND visitor_id IN ($2, '') ORDER BY tokens",
      [world.workspaces.tidewater, chat.visitor.session.visitorId],
    );
    expect(days.map(({ tokens }) => Number(tokens))[0]).toBe(sum?.tokens);
    expect(days).toHaveLength(2);
  });

  it('a turn without room for a call makes none, and the rules answer', async () => {
    await publish(limited('turnTokens', 100));
    const chat = await chatIn(world);
    const before = endpoint.requests.length;
    const reply = await chat.say('Hello');
    expect(reply.origin).toBe('template');
    expect(reply.text).not.toBe('');
    expect(endpoint.requests.length).toBe(before);
    const kinds = (await chat.log()).flatMap((event) =>
      event.type === 'turn.degraded' ? [event.data.kind] : [],
    );
    expect(kinds).toEqual(['budget', 'budget']);
  });

  it.each([
    ['modelTokens', 'The conversation has used up its budget of the model.'],
    ['visitorTokensPerDay', 'The visitor has used up today’s budget of the model.'],
    ['workspaceTokensPerDay', 'The workspace has used up today’s budget of the model.'],
  ])('%s used up: the rules answer alone and the record says why', async (limit, because) => {
    await publish(limited(limit, 1));
    const chat = await chatIn(world);
    await chat.say('Hello');
    const before = endpoint.requests.length;
    const second = await chat.say('We are 40 people');
    expect(second.origin).toBe('template');
    expect(endpoint.requests.length).toBe(before);
    expect(decisionsOf(await chat.log()).at(-1)?.gate).toEqual({
      outcome: 'restrict',
      rule: 'model_budget',
      because,
    });
  });

  it('a visitor’s day is counted over all of their conversations', async () => {
    await publish(limited('visitorTokensPerDay', 1));
    const first = await chatIn(world);
    await first.say('Hello');
    await first.visitor.ask('conversation.close', { clientId: 'close-the-first' });
    const before = endpoint.requests.length;
    await first.send('Hello again');
    await until(async () => spokenAfter(await first.log(), 0));
    expect(endpoint.requests.length).toBe(before);
  });
});
