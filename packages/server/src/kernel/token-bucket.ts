/** How much is left, and since when. */
export interface Bucket {
  readonly tokens: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface BucketRule {
  /** What may be taken at once. */
  readonly burst: number;
  /** What comes back in a minute. */
  readonly perMinute: number;
}

/** The bucket after one more was taken, or null when there is nothing to take. A clock that runs backwards gives nothing. */
export function takeToken(bucket: Bucket | undefined, rule: BucketRule, now: number): Bucket | null {
  const elapsed = bucket ? Math.max(0, now - bucket.at) : 0;
  const tokens = Math.min(rule.burst, (bucket?.tokens ?? rule.burst) + (elapsed * rule.perMinute) / 60_000);
  return tokens >= 1 ? { tokens: tokens - 1, at: now } : null;
}

/** Whether the bucket is as good as new, so that it need not be kept. */
export function isFull(bucket: Bucket, rule: BucketRule, now: number): boolean {
  return bucket.tokens + ((now - bucket.at) * rule.perMinute) / 60_000 >= rule.burst;
}
