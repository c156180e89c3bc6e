import type { Socket } from 'node:net';
import type { Toxic } from './toxics.ts';

export interface PipeOptions {
  readonly random: () => number;
  readonly seen: (chunk: Buffer) => void;
  readonly swallowed: (chunk: Buffer) => void;
}

/** Carries bytes one way, in order, as late, as sliced and as seldom as its fault wants. */
export class Pipe {
  private readonly from: Socket;
  private readonly to: Socket;
  private readonly options: PipeOptions;
  private toxic: Toxic = {};
  private readonly waiting: { readonly due: number; readonly chunk: Buffer }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private lastDue = 0;
  private stopped = false;

  constructor(from: Socket, to: Socket, options: PipeOptions) {
    this.from = from;
    this.to = to;
    this.options = options;
  }

  start(): void {
    this.from.on('data', (chunk: Buffer) => this.take(chunk));
    this.from.once('end', () => (this.waiting.length === 0 ? this.to.end() : undefined));
    if (!this.toxic.hole) this.from.resume();
  }

  suffer(toxic: Toxic): void {
    this.toxic = toxic;
    if (toxic.hole) this.from.pause();
    else this.from.resume();
    this.flush();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private take(chunk: Buffer): void {
    this.options.seen(chunk);
    const { latencyMs = 0, jitterMs = 0, swallow, hole } = this.toxic;
    if (swallow) {
      this.options.swallowed(chunk);
      return;
    }
    const late = latencyMs + jitterMs * this.options.random();
    if (late === 0 && !hole && this.waiting.length === 0 && !this.toxic.sliceBytes) {
      this.write(chunk);
      return;
    }
    // Bytes never overtake each other, however the delays fall.
    this.lastDue = Math.max(this.lastDue, performance.now() + late);
    const size = this.toxic.sliceBytes ?? chunk.length;
    for (let at = 0; at < chunk.length; at += size)
      this.waiting.push({ due: this.lastDue, chunk: chunk.subarray(at, at + size) });
    this.flush();
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.stopped || this.toxic.hole) return;
    const next = this.waiting[0];
    if (!next) return;
    const wait = next.due - performance.now();
    if (wait > 0) {
      this.timer = setTimeout(() => this.flush(), wait);
      return;
    }
    this.waiting.shift();
    this.write(next.chunk);
    if (this.waiting.length > 0) this.timer = setTimeout(() => this.flush(), this.toxic.sliceBytes ? 1 : 0);
  }

  private write(chunk: Buffer): void {
    if (this.stopped || this.to.destroyed) return;
    if (this.to.write(chunk)) return;
    this.from.pause();
    this.to.once('drain', () => {
      if (!this.toxic.hole) this.from.resume();
    });
  }
}
