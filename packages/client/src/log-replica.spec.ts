import {
  applyPublicEvent,
  type ConversationView,
  type LogBatch,
  type LogEvent,
  type Reply,
} from '@baton/shared-types';
import { beforeEach, expect, test, vi } from 'vitest';
import { wireError } from '../test/server-model.js';
import { SharedStorage, settle, VirtualTime } from '../test/virtual-environment.js';
import { adoptSnapshot } from './adopt-snapshot.js';
import { createLogReplica, type LogPage, type LogReplica } from './log-replica.js';

const ID = 'cnv_1' as never;
let time: VirtualTime;
let replica: LogReplica;
let reads: number[];
let answer: (after: number) => Reply<LogPage>;

/** Events `from + 1` to `to`; every third is internal and left out, as for a visitor. */
function batch(from: number, to: number, conversationId = ID): LogBatch {
  const events: LogEvent[] = [];
  for (let seq = from + 1; seq <= to; seq += 1) {
    if (seq % 3 === 0) continue;
    const data = { messageId: `msg_${seq}`, text: `${seq}` };
    events.push({ seq, type: 'message.sent', conversationId, actor: { kind: 'assistant' }, data } as never);
  }
  return { conversationId, from, to, events };
}

function page(value: LogBatch | null, reset = false): Reply<LogPage> {
  return { ok: true, value: { batch: value, reset } };
}

function texts(): string[] {
  return replica.view.value?.messages.map(({ text }) => text) ?? [];
}

beforeEach(() => {
  time = new VirtualTime();
  reads = [];
  answer = () => page(null);
  replica = createLogReplica({
    environment: time.tab(new SharedStorage().tab()).environment,
    apply: applyPublicEvent,
    read: async (after) => {
      reads.push(after);
      return answer(after);
    },
    advanced: () => undefined,
  });
  replica.receive(batch(0, 4));
});

test('a batch that begins at the cursor is applied, invisible events included in the count', () => {
  expect(texts()).toEqual(['1', '2', '4']);
  replica.receive(batch(4, 6));
  expect(replica.cursor.value).toBe(6);
  expect(texts()).toEqual(['1', '2', '4', '5']);
  expect(reads).toEqual([]);
});

test('a doubled batch does nothing; one that overlaps is trimmed', () => {
  replica.receive(batch(0, 4));
  replica.receive(batch(2, 7));
  expect(texts()).toEqual(['1', '2', '4', '5', '7']);
  expect(replica.cursor.value).toBe(7);
});

test('a gap is read from the log, page after page, and never filled by guessing', async () => {
  answer = (after) => page(batch(after, Math.min(after + 2, 9)));
  replica.receive(batch(8, 9));
  expect(texts()).toEqual(['1', '2', '4']);
  await settle();
  expect(reads).toEqual([4, 6, 8]);
  expect(texts()).toEqual(['1', '2', '4', '5', '7', '8']);
});

test('several gaps at once cause one reader, not one each', async () => {
  answer = (after) => page(after < 9 ? batch(after, 9) : null);
  replica.receive(batch(5, 6));
  replica.receive(batch(7, 8));
  replica.receive(batch(8, 9));
  await settle();
  expect(reads).toEqual([4]);
});

test('a heartbeat that is ahead is a reason to read, one that is level is not', async () => {
  answer = (after) => page(batch(after, 5));
  replica.head(ID, 4);
  expect(reads).toEqual([]);
  replica.head(ID, 5);
  await settle();
  expect(replica.cursor.value).toBe(5);
});

test('the server lost its end: reset, and the log from the start', async () => {
  answer = (after) => (after > 2 ? page(null, true) : page(after < 2 ? batch(0, 2) : null));
  replica.head(ID, 2);
  await settle();
  expect(texts()).toEqual(['1', '2']);
  expect(replica.cursor.value).toBe(2);
});

test('reset together with the first page', async () => {
  const seen: (ConversationView | null)[] = [];
  replica.view.subscribe((view) => seen.push(view));
  answer = (after) => (after > 2 ? page(batch(0, 2), true) : page(null));
  replica.head(ID, 2);
  await settle();
  expect(texts()).toEqual(['1', '2']);
  expect(seen).not.toContain(null);
});

test('a reader that fails comes back by itself, and stops when refused for good', async () => {
  const answers = [wireError('unavailable'), wireError('not_found')];
  answer = () => ({ ok: false, error: answers.shift() ?? wireError('unexpected') });
  replica.receive(batch(8, 9));
  await time.pass(60_000);
  expect(reads).toEqual([4, 4]);
});

test('the next conversation replaces this one, also when its head equals our cursor', async () => {
  const next = 'cnv_2' as never;
  answer = (after) => page(after < 4 ? batch(after, 4, next) : null);
  replica.head(next, 4);
  await settle();
  expect(replica.view.value?.conversationId).toBe(next);
  expect(reads[0]).toBe(0);
});

test('an accepted message whose batch does not come is read after a second', async () => {
  answer = (after) => page(batch(after, 5));
  const shown = vi.fn();
  void replica.expect(ID, 5).then(shown);
  await time.pass(999);
  expect(reads).toEqual([]);
  await time.pass(1);
  expect(reads).toEqual([4]);
  expect(shown).toHaveBeenCalled();
});

test('view and cursor change together', () => {
  const pairs: [number, number][] = [];
  replica.cursor.subscribe((cursor) => pairs.push([cursor, replica.view.value?.messages.at(-1)?.seq ?? 0]));
  replica.receive(batch(4, 5));
  expect(pairs).toEqual([
    [4, 4],
    [5, 5],
  ]);
});

test('a snapshot is adopted when it is newer, and never sets us back', async () => {
  const view = { ...(replica.view.value as ConversationView), messages: [] };
  adoptSnapshot(replica, { view, cursor: 9 });
  expect(replica.cursor.value).toBe(9);
  adoptSnapshot(replica, { view, cursor: 3 });
  await settle();
  expect(replica.cursor.value).toBe(9);
  expect(reads).toEqual([9]);
});
