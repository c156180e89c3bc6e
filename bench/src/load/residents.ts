import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ClientEnvironment,
  createVisitorClient,
  socketTransport,
  type VisitorClient,
} from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';
import { inBatches } from './in-batches.ts';
import type { Destination } from './talker.ts';

const SETTLING_AT_ONCE = 32;
const ANSWER_MS = 30_000;

export interface Return {
  /** Milliseconds from the first loss of a connection until each visitor was back; whoever is missing is not in it. */
  readonly returned: readonly number[];
}

export interface Places {
  /** The last event that each visitor holds, by conversation. */
  readonly cursors: Readonly<Record<string, number>>;
  /** Messages that all of them show together. */
  readonly messages: number;
}

/** Visitors with the very client of the widget: it comes back by itself, by its own back-off. */
export class Residents {
  private readonly clients: readonly VisitorClient[];

  private constructor(clients: readonly VisitorClient[]) {
    this.clients = clients;
  }

  /** Everybody says good morning and has heard an answer. */
  static async settle(destination: Destination, size: number): Promise<Residents> {
    const clients = await inBatches(size, SETTLING_AT_ONCE, async () => {
      const client = createVisitorClient(
        { serverUrl: destination.url, siteKey: destination.siteKey, environment: headless() },
        socketTransport(destination.url, NAMESPACE.visitor, { origin: destination.origin }),
      );
      client.connect();
      await client.send('Good morning');
      await until(() => (client.view.peek()?.messages.length ?? 0) >= 2, ANSWER_MS);
      return client;
    });
    return new Residents(clients);
  }

  get conversationIds(): readonly string[] {
    return this.clients.map((client) => client.view.peek()?.conversationId ?? '');
  }

  /** Begin before the server goes: resolves when everybody has lost it and found it again, or patience is out. */
  async comeBack(patienceMs: number): Promise<Return> {
    let lostAt = 0;
    const returned: number[] = [];
    const forget = this.clients.map((client) => {
      let wasLost = false;
      return client.connection.subscribe(({ kind }) => {
        if (kind === 'waiting' && !wasLost) {
          wasLost = true;
          lostAt ||= performance.now();
        }
        if (kind === 'online' && wasLost) {
          wasLost = false;
          returned.push(performance.now() - lostAt);
        }
      });
    });
    await until(() => returned.length >= this.clients.length, patienceMs).catch(() => undefined);
    for (const stop of forget) stop();
    return { returned };
  }

  places(): Places {
    const cursors: Record<string, number> = {};
    let messages = 0;
    for (const client of this.clients) {
      const view = client.view.peek();
      if (!view) continue;
      cursors[view.conversationId] = client.cursor.peek();
      messages += view.messages.length;
    }
    return { cursors, messages };
  }
}

async function until(isSo: () => boolean, patienceMs: number): Promise<void> {
  const endAt = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > endAt) throw new Error(`waited ${patienceMs} ms in vain`);
    await sleep(20);
  }
}

/** A browser without a browser; nothing tells it that the network is back. */
function headless(): ClientEnvironment {
  const kept = new Map<string, string>();
  return {
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
    now: () => Date.now(),
    random: () => Math.random(),
    newClientId: () => randomUUID(),
    setTimer(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake: () => () => undefined,
    page: () => ({ url: 'https://bench.example/', title: 'Bench', referrer: '' }),
    locale: () => 'en',
    timeZone: () => 'UTC',
  };
}
