export interface SlotLimits {
  /** Taken at the same time, by everybody. */
  readonly total: number;
  /** Taken at the same time by one key, so that there is always one left for somebody else. */
  readonly perKey: number;
  /** Waiting for one key; null: as many as come. */
  readonly waitingPerKey: number | null;
}

export interface Slot {
  /** Resolves when it is this one's turn. */
  readonly granted: Promise<void>;
  /** Ends the use of the slot, or the waiting for it. */
  leave(): void;
}

interface Waiting {
  grant(): void;
}

/**
 * A limited number of places, given out fairly: who waits for one key is served in order, and the keys take turns.
 * So one key's flood delays itself, and everybody else by one place at most.
 */
export class FairSlots<K> {
  private readonly limits: SlotLimits;
  private readonly taken = new Map<K, number>();
  /** In the order in which the keys are served next. */
  private readonly queues = new Map<K, Waiting[]>();
  private total = 0;

  constructor(limits: SlotLimits) {
    this.limits = limits;
  }

  /** Null when too many wait for this key already. */
  enter(key: K): Slot | null {
    const queue = this.queues.get(key) ?? [];
    const { waitingPerKey } = this.limits;
    const isFree = queue.length === 0 && this.mayTake(key);
    if (!isFree && waitingPerKey !== null && queue.length >= waitingPerKey) return null;
    let state: 'waiting' | 'granted' | 'left' = 'waiting';
    let tell: () => void = () => undefined;
    const granted = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const waiting: Waiting = {
      grant: () => {
        state = 'granted';
        this.total += 1;
        this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
        tell();
      },
    };
    if (isFree) waiting.grant();
    else {
      queue.push(waiting);
      this.queues.set(key, queue);
    }
    return {
      granted,
      leave: () => {
        if (state === 'waiting') this.forget(key, waiting);
        if (state === 'granted') this.giveBack(key);
        state = 'left';
      },
    };
  }

  private mayTake(key: K): boolean {
    return this.total < this.limits.total && (this.taken.get(key) ?? 0) < this.limits.perKey;
  }

  private forget(key: K, waiting: Waiting): void {
    const rest = (this.queues.get(key) ?? []).filter((each) => each !== waiting);
    if (rest.length === 0) this.queues.delete(key);
    else this.queues.set(key, rest);
  }

  private giveBack(key: K): void {
    this.total -= 1;
    const left = (this.taken.get(key) ?? 1) - 1;
    if (left === 0) this.taken.delete(key);
    else this.taken.set(key, left);
    this.serve();
  }

  private serve(): void {
    for (const [key, queue] of this.queues) {
      if (this.total >= this.limits.total) return;
      if (!this.mayTake(key)) continue;
      const next = queue.shift();
      // To the end: the other keys come first now.
      this.queues.delete(key);
      if (queue.length > 0) this.queues.set(key, queue);
      next?.grant();
      return;
    }
  }
}
