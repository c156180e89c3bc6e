import { type ConversationView, emptyView, type MessageAccepted, type Reply } from '@baton/shared-types';
import { describe, expect, test, vi } from 'vitest';
import { wireError } from '../test/server-model.js';
import { SharedStorage, settle, VirtualTime } from '../test/virtual-environment.js';
import { CommandError } from './contract.js';
import { guardStorage } from './guarded-storage.js';
import { createOutbox, OUTBOX_CAPACITY } from './outbox.js';
import { createOutboxStore, type StoredMessage } from './outbox-store.js';

const KEY = 'baton:key:outbox';

function accepted(seq: number): Reply<MessageAccepted> {
  return { ok: true, value: { conversationId: 'cnv_1', messageId: `msg_${seq}`, seq } as never };
}

function stage(storage = new SharedStorage(), name = 'tab') {
  const time = new VirtualTime();
  const { environment } = time.tab(storage.tab(), name);
  const sent: StoredMessage[] = [];
  const answers: ((reply: Reply<MessageAccepted>) => void)[] = [];
  const outbox = createOutbox({
    environment,
    store: createOutboxStore(guardStorage(environment.storage), KEY),
    deliver: (message) => {
      sent.push(message);
      return new Promise((resolve) => answers.push(resolve));
    },
    landed: () => Promise.resolve(),
  });
  const stored = () => JSON.parse(storage.entries.get(KEY) ?? '[]') as StoredMessage[];
  const states = () => outbox.pending.value.map(({ text, state }) => `${text}: ${state}`);
  return { storage, time, outbox, sent, answers, stored, states };
}

describe('outbox', () => {
  test('a message stands in storage before it is sent', () => {
    const s = stage();
    s.outbox.send('one', 'text').catch(() => undefined);
    expect(s.stored()).toMatchObject([{ text: 'one', kind: 'text' }]);
    expect(s.states()).toEqual(['one: queued']);
    expect(s.sent).toEqual([]);
    s.outbox.flow(true);
    expect(s.states()).toEqual(['one: sent']);
  });

  test('one at a time, in order', async () => {
    const s = stage();
    s.outbox.flow(true);
    const first = s.outbox.send('one', 'text');
    const second = s.outbox.send('two', 'human_request');
    await settle();
    expect(s.sent.map(({ text }) => text)).toEqual(['one']);
    s.answers[0]?.(accepted(2));
    await expect(first).resolves.toMatchObject({ seq: 2 });
    await settle();
    expect(s.sent.map(({ text }) => text)).toEqual(['one', 'two']);
    s.answers[1]?.(accepted(3));
    await expect(second).resolves.toMatchObject({ seq: 3 });
    await settle();
    expect(s.outbox.pending.value).toEqual([]);
    expect(s.storage.entries.has(KEY)).toBe(false);
  });

  test('an unknown outcome is sent again under the same client id, before anything later', async () => {
    const s = stage();
    s.outbox.flow(true);
    void s.outbox.send('one', 'text');
    void s.outbox.send('two', 'text');
    s.answers[0]?.({ ok: false, error: wireError('unavailable') });
    await s.time.pass(1_000);
    s.answers[1]?.({ ok: false, error: wireError('too_many_requests') });
    await s.time.pass(1_000);
    expect(s.sent.map(({ text }) => text)).toEqual(['one', 'one', 'one']);
    expect(new Set(s.sent.map(({ clientId }) => clientId)).size).toBe(1);
  });

  test('after a reload the same client ids go out, in the same order', async () => {
    const before = stage();
    before.outbox.flow(true);
    for (const text of ['one', 'two', 'three']) before.outbox.send(text, 'text').catch(() => undefined);
    before.outbox.destroy();
    const after = stage(before.storage);
    after.outbox.sync();
    expect(after.states()).toEqual(['one: queued', 'two: queued', 'three: queued']);
    after.outbox.flow(true);
    for (const seq of [0, 1, 2]) {
      after.answers[seq]?.(accepted(seq + 2));
      await settle();
    }
    expect(after.sent.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(after.sent[0]?.clientId).toBe(before.sent[0]?.clientId);
    expect(after.outbox.pending.value).toEqual([]);
  });

  test('a refusal for good fails that message and lets the next one out; retry and discard are the user’s', async () => {
    const s = stage();
    s.outbox.flow(true);
    const first = s.outbox.send('one', 'text');
    void s.outbox.send('two', 'text');
    s.answers[0]?.({ ok: false, error: wireError('invalid_input') });
    await expect(first).rejects.toEqual(new CommandError(wireError('invalid_input')));
    await settle();
    expect(s.states()).toEqual(['one: failed', 'two: sent']);
    expect(s.stored()).toMatchObject([{ text: 'one', error: { code: 'invalid_input' } }, { text: 'two' }]);
    s.answers[1]?.(accepted(2));
    await settle();
    const failed = s.outbox.pending.value[0]?.clientId ?? '';
    s.outbox.retry(failed);
    expect(s.sent.at(-1)?.clientId).toBe(failed);
    s.answers[2]?.({ ok: false, error: wireError('invalid_input') });
    await settle();
    s.outbox.discard(failed);
    expect(s.outbox.pending.value).toEqual([]);
    expect(s.stored()).toEqual([]);
  });

  test('a message found in the log is delivered, although its acknowledgement was lost', async () => {
    const s = stage();
    s.outbox.flow(true);
    const first = s.outbox.send('one', 'text');
    void s.outbox.send('two', 'text');
    const view: ConversationView = {
      ...emptyView('cnv_1' as never),
      messages: [{ messageId: 'msg_9', seq: 4, clientId: s.sent[0]?.clientId } as never],
    };
    s.outbox.observe(view, 4);
    await expect(first).resolves.toEqual({ conversationId: 'cnv_1', messageId: 'msg_9', seq: 4 });
    expect(s.states()).toEqual(['two: sent']);
    s.answers[0]?.({ ok: false, error: wireError('unavailable') });
    await s.time.pass(5_000);
    expect(s.sent.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  test('refuses what the server would refuse, without queueing it', async () => {
    const s = stage();
    const code = (text: string) => s.outbox.send(text, 'text').catch((reason) => reason.wire.code);
    expect(await code(' \n ')).toBe('message_empty');
    expect(await code('x'.repeat(4_001))).toBe('message_too_long');
    expect(await code('\u0001'.repeat(4_000))).toBe('message_too_long');
    expect(s.outbox.pending.value).toEqual([]);
    void s.outbox.send('漢'.repeat(4_000), 'text');
    expect(s.outbox.pending.value).toHaveLength(1);
  });

  test('the 51st waiting message is refused visibly, and nothing is dropped', async () => {
    const s = stage();
    for (let count = 0; count < OUTBOX_CAPACITY; count += 1) void s.outbox.send(`${count}`, 'text');
    await expect(s.outbox.send('one too many', 'text')).rejects.toBeInstanceOf(CommandError);
    expect(s.outbox.pending.value).toHaveLength(OUTBOX_CAPACITY);
    expect(s.stored()).toHaveLength(OUTBOX_CAPACITY);
  });

  test.each([
    ['denied', (storage: SharedStorage) => (storage.denied = true)],
    ['full', (storage: SharedStorage) => (storage.full = true)],
  ])('storage %s: works from memory and says so', async (_name, spoil) => {
    const s = stage();
    spoil(s.storage);
    s.outbox.sync();
    const first = s.outbox.send('one', 'text');
    expect(s.outbox.pending.value[0]).toMatchObject({ text: 'one', state: 'queued', unsaved: true });
    s.outbox.flow(true);
    s.answers[0]?.(accepted(2));
    await expect(first).resolves.toMatchObject({ seq: 2 });
  });

  test('storage that accepts everything and keeps nothing is found out', () => {
    const time = new VirtualTime();
    const lossy = { get: () => null, set: () => undefined, remove: () => undefined };
    const { environment } = time.tab(lossy);
    const outbox = createOutbox({
      environment,
      store: createOutboxStore(guardStorage(lossy), KEY),
      deliver: vi.fn(),
      landed: vi.fn(),
    });
    void outbox.send('one', 'text');
    expect(outbox.pending.value[0]?.unsaved).toBe(true);
  });

  test.each(['{', 'null', '{"a":1}', '[1,null,{"clientId":3}]'])(
    'nonsense in storage (%s) is ignored',
    (junk) => {
      const s = stage();
      s.storage.entries.set(KEY, junk);
      s.outbox.sync();
      expect(s.outbox.pending.value).toEqual([]);
      void s.outbox.send('one', 'text');
      expect(s.stored()).toMatchObject([{ text: 'one' }]);
    },
  );

  test('two tabs write one list: neither overwrites the other, and a delivered message leaves both', async () => {
    const one = stage();
    const two = stage(one.storage, 'other');
    void one.outbox.send('from one', 'text');
    void two.outbox.send('from two', 'text');
    expect(one.stored().map(({ text }) => text)).toEqual(['from one', 'from two']);
    one.outbox.sync();
    expect(one.states()).toEqual(['from one: queued', 'from two: queued']);
    two.outbox.flow(true);
    two.answers[0]?.(accepted(2));
    await settle();
    one.outbox.sync();
    expect(one.states()).toEqual(['from one: queued']);
  });
});
