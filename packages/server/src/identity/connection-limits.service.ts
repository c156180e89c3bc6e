import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { type Bucket, isFull, takeToken } from '../kernel/token-bucket.js';

const SWEEP_ABOVE = 10_000;
/** How many times as many connections as it may hold a known address may begin in a minute. */
const KNOWN_RATE = 3;

/** How many connections one address and one workspace may have, on this node. */
@Injectable()
export class ConnectionLimits {
  private readonly open = new Map<string, number>();
  private readonly begun = new Map<string, Bucket>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether this address may begin another connection; counts the beginning, but not yet the connection. */
  mayBegin(address: string): boolean {
    const now = this.clock.now().getTime();
    const known = this.config.KNOWN_ADDRESSES.get(address);
    const perMinute = known ? known * KNOWN_RATE : this.config.CONNECTIONS_PER_ADDRESS_PER_MINUTE;
    const rule = { burst: perMinute, perMinute };
    const bucket = takeToken(this.begun.get(address), rule, now);
    if (!bucket) return false;
    this.begun.set(address, bucket);
    if (this.begun.size > SWEEP_ABOVE)
      for (const [key, each] of this.begun) if (isFull(each, rule, now)) this.begun.delete(key);
    return this.count(address) < this.mostOf(address);
  }

  /** Counts a connection of an address; null: it has too many. Call what is returned when the connection ends. */
  enter(address: string): (() => void) | null {
    return this.add(address, this.mostOf(address));
  }

  enterWorkspace(workspaceId: WorkspaceId): (() => void) | null {
    return this.add(workspaceId, this.config.SOCKETS_PER_WORKSPACE);
  }

  private add(key: string, most: number): (() => void) | null {
    if (this.count(key) >= most) return null;
    this.open.set(key, this.count(key) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const rest = this.count(key) - 1;
      if (rest > 0) this.open.set(key, rest);
      else this.open.delete(key);
    };
  }

  private mostOf(address: string): number {
    return this.config.KNOWN_ADDRESSES.get(address) ?? this.config.SOCKETS_PER_ADDRESS;
  }

  private count(key: string): number {
    return this.open.get(key) ?? 0;
  }
}
