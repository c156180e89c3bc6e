import { expect, it } from 'vitest';
import { systemRandom } from './random.js';

it('never hands out the same bytes twice, whatever the lengths asked for', () => {
  const lengths = Array.from({ length: 3_000 }, (_, index) => [16, 32, 5_000, 1_000][index % 4] ?? 16);
  const seen = lengths.map((length) => {
    const bytes = systemRandom.bytes(length);
    expect(bytes).toHaveLength(length);
    return Buffer.from(bytes.subarray(0, 16)).toString('hex');
  });
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).not.toContain('0'.repeat(32));
});
