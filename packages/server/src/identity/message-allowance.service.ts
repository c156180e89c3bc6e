import type { VisitorId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { type Bucket, type BucketRule, isFull, takeToken } from '../kernel/token-bucket.js';

/** Above this many visitors, buckets that are full again are dropped. */
const SWEEP_ABOVE = 10_000;

/** How fast one visitor may write, on this node, over all their tabs. */
@Injectable()
export class MessageAllowance {
  private readonly buckets = new Map<VisitorId, Bucket>();
  private readonly rule: BucketRule;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.rule = { burst: config.VISITOR_MESSAGE_BURST, perMinute: config.VISITOR_MESSAGES_PER_MINUTE };
  }

  /** Throws `too_many_requests`, which the client answers by waiting: nothing the visitor wrote is lost. */
  take(visitorId: VisitorId): void {
    const now = this.clock.now().getTime();
    const bucket = takeToken(this.buckets.get(visitorId), this.rule, now);
    if (!bucket) throw new UserError('too_many_requests');
    this.buckets.set(visitorId, bucket);
    if (this.buckets.size > SWEEP_ABOVE) this.sweep(now);
  }

  private sweep(now: number): void {
    for (const [id, bucket] of this.buckets) if (isFull(bucket, this.rule, now)) this.buckets.delete(id);
  }
}
