import type { NodeMessage } from './node-bus.port.js';
import { packFrames } from './node-frames.js';

/** What is told within this time goes out together. */
const COALESCE_MS = 8;
/** More than this waits only while nothing can be sent. Then the others look for themselves. */
const MOST_WAITING = 2_000;

/** Collects what a node tells and sends it in few frames; what cannot be sent is dropped. */
export class OutgoingMessages {
  private waiting: NodeMessage[] = [];
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly node: string,
    private readonly send: (frames: readonly string[]) => Promise<void>,
  ) {}

  add(message: NodeMessage): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(message);
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** One batch at a time: while one is on its way the next one grows. Never rejects. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.sending = this.sending.then(async () => {
      const frames = packFrames(this.node, this.waiting);
      this.waiting = [];
      if (frames.length > 0) await this.send(frames).catch(() => undefined);
    });
    return this.sending;
  }
}
