import type { VisitorId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { type Bucket, type BucketRule, isFull, takeToken } from '../kernel/token-bucket.js';

/** Above this many, buckets that are full again are dropped. */
const SWEEP_ABOVE = 10_000;
/** Typing is told at most so often; more is not passed on. */
const TYPING: BucketRule = { burst: 10, perMinute: 300 };

/** Tries of a password: from one address at one account, at one account from anywhere, and from one address anywhere. */
const SIGN_IN = {
  here: { burst: 5, perMinute: 1 },
  account: { burst: 30, perMinute: 10 },
  address: { burst: 60, perMinute: 30 },
} as const satisfies Record<string, BucketRule>;

/** Whose message it is, as the limits count. */
export interface Sender {
  readonly visitorId: VisitorId;
  readonly siteId: string;
  readonly address: string;
}

/** How fast one visitor, one address and one site may write, and one address may ask, on this node. */
@Injectable()
export class RateLimits {
  private readonly visitors: Buckets;
  private readonly addresses: Buckets;
  private readonly sites: Buckets;
  private readonly requests: Buckets;
  private readonly typing: Buckets;
  private readonly signIns: { readonly [K in keyof typeof SIGN_IN]: Buckets };

  constructor(@Inject(CONFIG) config: Config, @Inject(CLOCK) clock: Clock) {
    const rule = (perMinute: number) => ({ burst: Math.ceil(perMinute / 3), perMinute });
    this.visitors = new Buckets(clock, {
      burst: config.VISITOR_MESSAGE_BURST,
      perMinute: config.VISITOR_MESSAGES_PER_MINUTE,
    });
    this.addresses = new Buckets(clock, rule(config.ADDRESS_MESSAGES_PER_MINUTE));
    this.sites = new Buckets(clock, rule(config.SITE_MESSAGES_PER_MINUTE));
    this.requests = new Buckets(clock, rule(config.ADDRESS_REQUESTS_PER_MINUTE));
    this.typing = new Buckets(clock, TYPING);
    this.signIns = {
      here: new Buckets(clock, SIGN_IN.here),
      account: new Buckets(clock, SIGN_IN.account),
      address: new Buckets(clock, SIGN_IN.address),
    };
  }

  /** Throws `too_many_requests`, which the client answers by waiting: nothing the visitor wrote is lost. */
  takeMessage({ visitorId, siteId, address }: Sender): void {
    const may = this.visitors.take(visitorId) && this.addresses.take(address) && this.sites.take(siteId);
    if (!may) throw new UserError('too_many_requests');
  }

  /** One request of the HTTP fallback. */
  takeRequest(address: string): void {
    if (!this.requests.take(address)) throw new UserError('too_many_requests');
  }

  /** One try of a password, counted before it is compared: those that come at once count, too. */
  takeSignIn(email: string, address: string): void {
    const account = email.trim().toLowerCase();
    const { here, account: everywhere, address: anybody } = this.signIns;
    const may = here.take(`${address} ${account}`) && everywhere.take(account) && anybody.take(address);
    if (!may) throw new UserError('too_many_requests');
  }

  mayTellTyping(visitorId: VisitorId): boolean {
    return this.typing.take(visitorId);
  }
}

class Buckets {
  private readonly all = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly rule: BucketRule,
  ) {}

  take(key: string): boolean {
    const now = this.clock.now().getTime();
    const bucket = takeToken(this.all.get(key), this.rule, now);
    if (!bucket) return false;
    this.all.set(key, bucket);
    if (this.all.size > SWEEP_ABOVE) this.sweep(now);
    return true;
  }

  private sweep(now: number): void {
    for (const [key, bucket] of this.all) if (isFull(bucket, this.rule, now)) this.all.delete(key);
  }
}
