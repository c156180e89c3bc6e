import { Injectable } from '@nestjs/common';
import { settleWithin } from '../kernel/settle-within.js';

/** The commands that are being done, so that a node that stops answers all of them and begins none. */
@Injectable()
export class UnderWay {
  private count = 0;
  private closed = false;
  private idle = (): void => undefined;

  get isClosed(): boolean {
    return this.closed;
  }

  /** Null: this node stops, nothing new begins. Call what is returned when the command has been answered. */
  begin(): (() => void) | null {
    if (this.closed) return null;
    this.count += 1;
    return () => {
      this.count -= 1;
      if (this.count === 0) this.idle();
    };
  }

  /** Begins nothing more; resolves when everything under way is done, or after `ms`. */
  async close(ms: number): Promise<void> {
    this.closed = true;
    if (this.count === 0) return;
    const done = new Promise<void>((resolve) => {
      this.idle = resolve;
    });
    await settleWithin(ms, done);
  }
}
