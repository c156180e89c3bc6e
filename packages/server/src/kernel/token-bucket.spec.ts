import { describe, expect, it } from 'vitest';
import { type Bucket, isFull, takeToken } from './token-bucket.js';

const rule = { burst: 3, perMinute: 60 };

function drain(now: number): Bucket {
  let bucket = takeToken(undefined, rule, now);
  for (let taken = 1; taken < rule.burst && bucket; taken += 1) bucket = takeToken(bucket, rule, now);
  if (!bucket) throw new Error('the burst was not granted');
  return bucket;
}

describe('takeToken', () => {
  it('grants the burst at once and nothing more', () => {
    expect(takeToken(drain(0), rule, 0)).toBeNull();
  });

  it('gives one back each second at sixty a minute', () => {
    const empty = drain(0);
    expect(takeToken(empty, rule, 900)).toBeNull();
    expect(takeToken(empty, rule, 1_000)).not.toBeNull();
  });

  it('never holds more than the burst', () => {
    const later = takeToken(drain(0), rule, 3_600_000);
    expect(later?.tokens).toBe(rule.burst - 1);
  });

  it('I21: a clock that jumps back gives nothing and takes nothing away', () => {
    expect(takeToken(drain(10_000), rule, 0)).toBeNull();
  });

  it('is full again after the burst has come back', () => {
    expect(isFull(drain(0), rule, 2_900)).toBe(false);
    expect(isFull(drain(0), rule, 3_000)).toBe(true);
  });
});
