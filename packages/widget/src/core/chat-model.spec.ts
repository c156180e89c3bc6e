import type { GuardedStorage } from '@baton/client';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { CONVERSATION, log, SITE } from '../playground/script-events.js';
import { createScriptedClient } from '../playground/scripted-client.js';
import { createChatModel } from './chat-model.js';

function memoryStorage(): GuardedStorage {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => (value === null ? kept.delete(key) : Boolean(kept.set(key, value))),
  };
}

function world(storage = memoryStorage()) {
  const client = createScriptedClient();
  const isSeen = signal(true);
  const model = createChatModel({ client, isSeen, isDeviceOnline: signal(true), storage, siteKey: 'key' });
  return { client, isSeen, model, storage };
}

const QUESTION = log.assistant('Which tool?', { after: 1, quickReplies: ['A', 'B'] });

describe('unread', () => {
  it('counts what arrives while nobody looks and forgets it once seen', () => {
    const { client, isSeen, model } = world();
    client.play([log.visitor('a', { after: 0 })]);
    isSeen.value = false;
    client.play([log.assistant('b', { after: 1 }), log.agent('c', { after: 2 })]);
    expect(model.unread.value).toBe(2);
    isSeen.value = true;
    expect(model.unread.value).toBe(0);
    isSeen.value = false;
    expect(model.unread.value).toBe(0);
  });

  it('survives a reload', () => {
    const before = world();
    before.client.play([log.visitor('a', { after: 0 }), log.assistant('b', { after: 1 })]);
    const after = world(before.storage);
    after.isSeen.value = false;
    after.client.play([
      log.visitor('a', { after: 0 }),
      log.assistant('b', { after: 1 }),
      log.agent('c', { after: 2 }),
    ]);
    expect(after.model.unread.value).toBe(1);
  });
});

describe('arrivals', () => {
  it('holds each finished message and milestone once, not the visitor\u2019s own', () => {
    const { client, model } = world();
    client.play([log.visitor('a', { after: 0 })]);
    expect(model.arrivals.value).toEqual([]);
    client.play([log.assistant('b', { after: 1 }), log.handoffRequested({ after: 2 })]);
    expect(model.arrivals.value.map(({ seq }) => seq)).toEqual([2, 3]);
    client.play([log.visitor('c', { after: 3 })]);
    expect(model.arrivals.value.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('does not announce what was there before', () => {
    const { client, model } = world();
    client.set({ session: { ...SITE, conversation: { id: CONVERSATION, head: 2 } } });
    client.play([log.visitor('a', { after: 0 }), log.assistant('b', { after: 1 })]);
    expect(model.arrivals.value).toEqual([]);
  });
});

describe('quick replies', () => {
  it('stand until the visitor answers, by button or by hand', () => {
    const { client, model } = world();
    client.play([log.visitor('a', { after: 0 }), QUESTION]);
    expect(model.quickReplies.value).toEqual(['A', 'B']);
    model.say('something else');
    expect(model.quickReplies.value).toEqual([]);
  });

  it('go when nothing can be sent any more', () => {
    const { client, model } = world();
    client.play([log.visitor('a', { after: 0 }), QUESTION]);
    client.set({ connection: { kind: 'stopped', error: { code: 'protocol_unsupported', message: '' } } });
    expect(model.quickReplies.value).toEqual([]);
  });

  it('go when the chat has ended', () => {
    const { client, model } = world();
    client.play([log.visitor('a', { after: 0 }), QUESTION, log.closed({ after: 2 })]);
    expect(model.quickReplies.value).toEqual([]);
  });
});

describe('answering', () => {
  it('follows the owner: assistant, queue, nobody there, agent, and the assistant again for a new chat', () => {
    const { client, model } = world();
    expect(model.answering.value).toEqual({ kind: 'assistant' });
    client.play([
      log.visitor('a', { after: 0 }),
      log.handoffRequested({ after: 1 }),
      log.queued({ after: 2 }),
    ]);
    expect(model.answering.value).toEqual({ kind: 'waiting' });
    client.play([log.expired({ after: 3 })]);
    expect(model.answering.value).toEqual({ kind: 'unattended' });
    client.play([log.accepted({ after: 4 }), log.owned({ after: 5 })]);
    expect(model.answering.value).toEqual({ kind: 'agent', name: 'Mara Lindqvist' });
    client.play([log.closed({ after: 6 })]);
    expect(model.answering.value).toEqual({ kind: 'assistant' });
  });
});

describe('the line about the connection', () => {
  it('stands from the break until the connection stands again, not only between attempts', () => {
    const { client, model } = world();
    expect(model.notice.value).toBeNull();
    client.set({ connection: { kind: 'waiting', retryAt: 0, attempt: 1 } });
    client.set({ connection: { kind: 'connecting' } });
    expect(model.notice.value).toBe('reconnecting');
    client.set({ connection: { kind: 'online' } });
    expect(model.notice.value).toBeNull();
    client.set({ connection: { kind: 'connecting' } });
    expect(model.notice.value).toBeNull();
  });
});

describe('what cannot be sent', () => {
  it('leaves no rejection behind', async () => {
    const { client, model } = world();
    const refusing = { ...client, send: () => Promise.reject(new Error('refused')) };
    createChatModel({
      client: refusing,
      isSeen: signal(true),
      isDeviceOnline: signal(true),
      storage: memoryStorage(),
      siteKey: 'key',
    }).say('x');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(model.isEmpty.value).toBe(false);
  });
});
