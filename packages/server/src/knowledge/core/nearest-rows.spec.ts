import { expect, test } from 'vitest';
import { nearestRows } from './nearest-rows.js';

const TABLE = { dimensions: 2, values: Float32Array.from([1, 0, 0, 1, 0.6, 0.8, -1, 0]) };

test('rows come by their cosine, with it', () => {
  const near = nearestRows(TABLE, Float32Array.from([1, 0]), { limit: 3, allows: () => true });
  expect(near.map(({ row }) => row)).toEqual([0, 2, 1]);
  expect(near[1]?.similarity).toBeCloseTo(0.6);
});

test('a row that is not allowed does not take a place', () => {
  const near = nearestRows(TABLE, Float32Array.from([1, 0]), { limit: 1, allows: (row) => row !== 0 });
  expect(near.map(({ row }) => row)).toEqual([2]);
});
