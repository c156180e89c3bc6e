import { CommandError, createVisitorClient, socketTransport, type VisitorClient } from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';
import type { RecordEntry } from '../history/line.ts';
import { headlessEnvironment } from './headless-environment.ts';
import { Reader } from './reader.ts';
import { type RecordedTransport, recordTransport } from './recorded-transport.ts';
import type { Register } from './register.ts';
import type { SharedStorage } from './shared-storage.ts';

export interface TabOptions {
  readonly proc: string;
  readonly of: string;
  readonly serverUrl: string;
  readonly origin: string;
  readonly siteKey: string;
  readonly storage: SharedStorage;
  readonly random: () => number;
  readonly record: RecordEntry;
  readonly register: Register;
}

/** One page of one visitor with the real client in it, who writes down all that it does and sees. */
export class Tab {
  readonly proc: string;
  client: VisitorClient;
  private transport: RecordedTransport;
  private reader: Reader;
  private readonly options: TabOptions;
  private made = 0;
  private refused = 0;
  private lastClientId = '';

  constructor(options: TabOptions) {
    this.options = options;
    this.proc = options.proc;
    const opened = this.open();
    this.client = opened.client;
    this.transport = opened.transport;
    this.reader = opened.reader;
  }

  /** Types a line. Resolves when it has been acknowledged; a page that is closed under it resolves too. */
  async say(text: string, kind: 'text' | 'human_request' = 'text'): Promise<void> {
    const { record, of } = this.options;
    const before = this.made;
    const waiting = this.client.pending.peek().length;
    const acknowledged = this.client.send(text, kind);
    const wasKept = this.made > before;
    this.refused += wasKept ? 0 : 1;
    const cid = wasKept ? this.lastClientId : `${this.proc}-refused-${this.refused}`;
    record({ f: 'send', type: 'invoke', proc: this.proc, of, who: 'visitor', cid, text });
    try {
      await acknowledged;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (!wasKept)
        record({ f: 'send', type: 'fail', proc: this.proc, of, cid, code: error.wire.code, waiting });
    }
  }

  offline(on: boolean): void {
    this.transport.offline(on);
  }

  /** The page is closed and opened again; what it had not sent is in the storage. */
  reload(): void {
    this.close();
    this.options.record({ f: 'reload', proc: this.proc, of: this.options.of });
    const opened = this.open();
    this.client = opened.client;
    this.transport = opened.transport;
    this.reader = opened.reader;
  }

  recordView(fresh = false): void {
    this.reader.recordView(fresh);
  }

  close(): void {
    this.reader.stop();
    this.client.destroy();
  }

  private open() {
    const { proc, of, serverUrl, origin, siteKey, storage, random, record, register } = this.options;
    const transport = recordTransport(socketTransport(serverUrl, NAMESPACE.visitor, { origin }), {
      proc,
      who: 'visitor',
      record,
      of: () => of,
      waiting: () => this.client.pending.peek().length,
    });
    const environment = headlessEnvironment({
      storage: storage.openFor(proc),
      random,
      origin,
      newClientId: () => {
        this.made += 1;
        this.lastClientId = `${proc.replace('.', '_')}-line-${String(this.made).padStart(3, '0')}`;
        return this.lastClientId;
      },
    });
    const client = createVisitorClient({ serverUrl, siteKey, environment }, transport.connect);
    client.view.subscribe((view) => {
      if (view) register.add(view.conversationId, of);
    });
    client.streaming.subscribe((speech) => {
      const conv = client.view.peek()?.conversationId;
      if (!conv) return;
      if (speech) register.speaking.add(conv);
      else register.speaking.delete(conv);
    });
    client.connection.subscribe(({ kind }) => record({ f: 'connection', proc, state: kind }));
    const reader = new Reader({ proc, who: 'visitor', replica: client, record, of: () => of });
    client.connect();
    return { client, transport, reader };
  }
}
