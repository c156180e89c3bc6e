import {
  type ClientEnvironment,
  CommandError,
  type ConnectTransport,
  createVisitorClient,
  type KeyValueStore,
  socketTransport,
  type VisitorClient,
} from '@baton/client';
import { NAMESPACE, VISITOR_COMMAND } from '@baton/shared-types';
import type { RecordLine, SeenMessage } from './history.js';

export interface RecordedVisitorOptions {
  readonly name: string;
  readonly serverUrl: string;
  readonly origin: string;
  readonly siteKey: string;
  /** What would be localStorage in a browser. */
  readonly storage: Map<string, string>;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly record: RecordLine;
}

/** A headless visitor who writes down all that it does and sees. Nothing here helps it to reconnect. */
export class RecordedVisitor {
  readonly name: string;
  readonly client: VisitorClient;
  readonly storage: ReadonlyMap<string, string>;
  private readonly record: RecordLine;
  private lastClientId = '';
  private messages: readonly SeenMessage[] = [];
  private made = 0;

  constructor(options: RecordedVisitorOptions) {
    const { name, record } = options;
    this.name = name;
    this.storage = options.storage;
    this.record = record;
    this.client = createVisitorClient(
      { serverUrl: options.serverUrl, siteKey: options.siteKey, environment: this.environment(options) },
      this.recorded(socketTransport(options.serverUrl, NAMESPACE.visitor, { origin: options.origin })),
    );
    this.client.connection.subscribe(({ kind }) =>
      record({ type: 'info', f: 'connection', proc: name, state: kind }),
    );
    this.client.view.subscribe((view) => this.saw(view?.conversationId ?? '', view?.messages ?? []));
    this.client.connect();
  }

  /** Types a line; resolves when it has been acknowledged or refused for good. */
  async say(text: string): Promise<void> {
    const acknowledged = this.client.send(text);
    const { name: proc, lastClientId: cid } = this;
    this.record({ type: 'invoke', f: 'send', proc, cid, text });
    try {
      const { conversationId: conv, messageId, seq } = await acknowledged;
      this.record({ type: 'ok', f: 'send', proc, cid, conv, messageId, seq });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.record({ type: 'fail', f: 'send', proc, cid, code: error.wire.code });
    }
  }

  private saw(
    conv: string,
    messages: readonly {
      readonly seq: number;
      readonly messageId: string;
      readonly clientId: string | null;
    }[],
  ): void {
    const next = messages.map(({ seq, messageId, clientId }) => ({ seq, messageId, cid: clientId }));
    const had = this.messages;
    const other = had.findIndex((message, index) => JSON.stringify(message) !== JSON.stringify(next[index]));
    const kept = other < 0 ? had.length : other;
    this.messages = next;
    if (kept === had.length && next.length === kept) return;
    this.record({
      type: 'ok',
      f: 'read',
      proc: this.name,
      conv,
      had: had.length,
      kept,
      seen: next.slice(kept),
    });
  }

  private recorded(connect: ConnectTransport): ConnectTransport {
    return (events) => {
      const transport = connect(events);
      return {
        ...transport,
        request: (name, payload, answer) => {
          const cid = clientIdOf(payload);
          if (name === VISITOR_COMMAND.sendMessage && cid !== null) {
            this.record({ type: 'info', f: 'transmit', proc: this.name, cid });
          }
          transport.request(name, payload, answer);
        },
      };
    };
  }

  private environment({ name, storage, random, origin }: RecordedVisitorOptions): ClientEnvironment {
    return {
      storage: keyValueStore(storage),
      now: () => Date.now(),
      random,
      newClientId: () => {
        this.made += 1;
        this.lastClientId = `${name}-line-${String(this.made).padStart(2, '0')}`;
        return this.lastClientId;
      },
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      // Nothing ever tells these visitors that the network is back.
      onWake: () => () => undefined,
      page: () => ({ url: `${origin}/pricing.html`, title: 'Pricing', referrer: '' }),
      locale: () => 'en',
      timeZone: () => 'Europe/London',
    };
  }
}

function keyValueStore(entries: Map<string, string>): KeyValueStore {
  return {
    get: (key) => entries.get(key) ?? null,
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
  };
}

function clientIdOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('clientId' in payload)) return null;
  return typeof payload.clientId === 'string' ? payload.clientId : null;
}
