import { expect, test } from 'vitest';
import { BoundedCache } from './bounded-cache.js';

test('what has not been asked for the longest goes first', () => {
  const cache = new BoundedCache<number>(2);
  cache.keep('a', 1);
  cache.keep('b', 2);
  cache.find('a');
  cache.keep('c', 3);
  expect(['a', 'b', 'c'].map((key) => cache.find(key))).toEqual([1, null, 3]);
});

test('the total weight never exceeds the capacity, also when a value is replaced', () => {
  const cache = new BoundedCache<string>(10);
  cache.keep('a', 'light', 4);
  cache.keep('a', 'heavier', 6);
  expect(cache.weight).toBe(6);
  cache.keep('b', 'another', 5);
  expect([cache.find('a'), cache.find('b'), cache.weight]).toEqual([null, 'another', 5]);
});

test('a value heavier than the whole is not kept, and drives nothing out', () => {
  const cache = new BoundedCache<string>(10);
  cache.keep('a', 'small', 3);
  cache.keep('b', 'huge', 11);
  expect([cache.find('a'), cache.find('b')]).toEqual(['small', null]);
});
