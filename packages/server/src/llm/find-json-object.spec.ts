import { expect, test } from 'vitest';
import { findJsonObject } from './find-json-object.js';

const found = (value: unknown) => ({ ok: true, value });

test.each([
  ['{"a":1}', { a: 1 }],
  ['Sure {not json} then {"a":{"b":"}"}} and more }', { a: { b: '}' } }],
  ['<think>{"a":0}</think>{"a":1}', { a: 1 }],
  ['{"quote":"he said \\"{\\" </think>"}', { quote: 'he said "{" </think>' }],
])('finds the object in %s', (text, value) => {
  expect(findJsonObject(text)).toEqual(found(value));
});

test.each(['', 'no braces', '{"a":1', '[1,2]', '}{'])('finds none in %j', (text) => {
  expect(findJsonObject(text).ok).toBe(false);
});

test('text made of braces costs no time', () => {
  const startedAt = performance.now();
  expect(findJsonObject('{'.repeat(20_000)).ok).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(100);
});
