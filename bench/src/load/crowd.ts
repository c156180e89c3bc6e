import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BatonTalker, connectToBaton } from './baton-talker.ts';
import { connectToFloor } from './floor-talker.ts';
import { inBatches } from './in-batches.ts';
import { sourceAddress } from './source-address.ts';
import type { Destination, Talker } from './talker.ts';

const CONNECTING_AT_ONCE = 32;
const TEXT = 'We are thirty people in two shops and still plan our shifts in a spreadsheet.';

export interface Pace {
  readonly acknowledged: number;
  readonly seconds: number;
}
/** Milliseconds, one number per line said. */
export interface Latencies {
  readonly acknowledged: readonly number[];
  readonly delivered: readonly number[];
}

/** Visitors of one server, all held by one process. */
export class Crowd {
  private readonly writers: readonly Talker[];
  private readonly readers: readonly Talker[];

  private constructor(writers: readonly Talker[], readers: readonly Talker[]) {
    this.writers = writers;
    this.readers = readers;
  }

  /** Connects so many visitors, each with a conversation; with `second`, each also from a second tab there. */
  static async gather(destination: Destination, size: number, second: Destination | null): Promise<Crowd> {
    const rooms = Array.from({ length: size }, () => randomUUID());
    const writers = await inBatches(size, CONNECTING_AT_ONCE, async (index) => {
      const address = sourceAddress(index);
      if (destination.kind === 'floor') return connectToFloor(destination, rooms[index] ?? '', address);
      const talker = await connectToBaton(destination, null, address);
      await talker.say(randomUUID(), 'Good morning');
      return talker;
    });
    if (second === null) return new Crowd(writers, []);
    const readers = await inBatches(size, CONNECTING_AT_ONCE, async (index) => {
      const address = sourceAddress(index);
      if (second.kind === 'floor') return connectToFloor(second, rooms[index] ?? '', address);
      return connectToBaton(second, (writers[index] as BatonTalker).token, address);
    });
    return new Crowd(writers, readers);
  }

  get conversationIds(): readonly string[] {
    return this.writers.map(({ conversationId }) => conversationId);
  }

  /** Everybody says the next line as soon as the last one is acknowledged. */
  async press(seconds: number): Promise<Pace> {
    const startedAt = performance.now();
    const endAt = startedAt + seconds * 1_000;
    let acknowledged = 0;
    await Promise.all(
      this.writers.map(async (talker) => {
        while (performance.now() < endAt) {
          await talker.say(randomUUID(), TEXT);
          if (performance.now() <= endAt) acknowledged += 1;
        }
      }),
    );
    return { acknowledged, seconds };
  }

  /**
   * Lines at a fixed rate, in turn by everybody. The clock of a line starts when it was due, not when it was sent, so
   * that a server that stalls is charged for what it kept waiting.
   */
  async keepPace(perSecond: number, seconds: number): Promise<Latencies> {
    const dueAt = new Map<string, number>();
    const acknowledged: number[] = [];
    const delivered: number[] = [];
    for (const reader of this.readers) {
      reader.onDelivered((clientId) => {
        const due = dueAt.get(clientId);
        if (due !== undefined) delivered.push(performance.now() - due);
      });
    }
    const startedAt = performance.now();
    const sending: Promise<void>[] = [];
    for (let count = 0; count < perSecond * seconds; count += 1) {
      const due = startedAt + (count * 1_000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await sleep(early);
      const writer = this.writers[count % this.writers.length];
      if (!writer) break;
      const clientId = randomUUID();
      dueAt.set(clientId, due);
      sending.push(writer.say(clientId, TEXT).then(() => void acknowledged.push(performance.now() - due)));
    }
    await Promise.all(sending);
    for (let wait = 0; delivered.length < acknowledged.length && wait < 100; wait += 1) await sleep(20);
    dueAt.clear();
    return { acknowledged, delivered };
  }

  leave(): void {
    for (const talker of [...this.writers, ...this.readers]) talker.close();
  }
}
