import type { MessageId } from '@baton/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { createStreamMerge, type StreamMerge } from './stream-merge.js';

const messageId = 'msg_1' as MessageId;
let merge: StreamMerge;

beforeEach(() => {
  merge = createStreamMerge();
  merge.start(messageId);
  merge.delta({ messageId, offset: 0, text: 'Hello' });
});

test('deltas that fit are put together', () => {
  merge.delta({ messageId, offset: 5, text: ' there' });
  expect(merge.streaming.value).toEqual({ messageId, text: 'Hello there' });
});

test('a missing delta: what is shown stays, nothing further is guessed', () => {
  merge.delta({ messageId, offset: 9, text: 'x' });
  merge.delta({ messageId, offset: 5, text: ' there' });
  expect(merge.streaming.value?.text).toBe('Hello');
});

test('a doubled delta or start changes nothing and breaks nothing', () => {
  merge.delta({ messageId, offset: 0, text: 'Hello' });
  merge.start(messageId);
  merge.delta({ messageId, offset: 5, text: '!' });
  expect(merge.streaming.value?.text).toBe('Hello!');
});

test('a delta that contradicts what is shown ends it', () => {
  merge.delta({ messageId, offset: 2, text: 'XX' });
  merge.delta({ messageId, offset: 5, text: '!' });
  expect(merge.streaming.value?.text).toBe('Hello');
});

test('a delta that repeats what is known and goes on is taken', () => {
  merge.start(messageId);
  merge.delta({ messageId, offset: 0, text: 'Hello' });
  merge.delta({ messageId, offset: 0, text: 'Hello there' });
  merge.delta({ messageId, offset: 6, text: 'there, Dana' });
  expect(merge.streaming.value?.text).toBe('Hello there, Dana');
});

test('a stream whose start was missed is not shown', () => {
  const other = 'msg_2' as MessageId;
  merge.delta({ messageId: other, offset: 0, text: 'late' });
  expect(merge.streaming.value?.text).toBe('Hello');
  merge.clear(other);
  expect(merge.streaming.value?.messageId).toBe(messageId);
});
