import { setTimeout as sleep } from 'node:timers/promises';
import { type AgentClient, createAgentClient, socketTransport } from '@baton/client';
import { type ConversationId, NAMESPACE } from '@baton/shared-types';
import type { AgentOptions } from './agent.ts';
import { headlessEnvironment } from './headless-environment.ts';
import { Reader } from './reader.ts';
import { recordTransport } from './recorded-transport.ts';
import { SharedStorage } from './shared-storage.ts';

/** Somebody at a desk who only looks on: a follower of conversations whose place has to be the log's end, too. */
export class Observer {
  private readonly client: AgentClient;
  private readonly options: AgentOptions;
  private readonly followed = new Map<
    string,
    { readonly conversation: ReturnType<AgentClient['open']>; readonly reader: Reader }
  >();

  constructor(options: AgentOptions) {
    this.options = options;
    const { name: proc, serverUrl, publicUrl: origin, random, record, register } = options;
    const transport = recordTransport(socketTransport(serverUrl, NAMESPACE.agent, { origin }), {
      proc,
      who: 'agent',
      record,
      of: register.of,
      waiting: () => 0,
    });
    const environment = headlessEnvironment({
      storage: new SharedStorage().openFor(proc),
      random,
      origin,
      newClientId: () => `${proc}-none`,
    });
    this.client = createAgentClient(
      { serverUrl, environment, fetchTicket: options.fetchTicket },
      transport.connect,
    );
    this.client.connection.subscribe(({ kind }) => record({ f: 'connection', proc, state: kind }));
    this.client.connect();
  }

  follow(conv: string): void {
    const { name: proc, record, register } = this.options;
    const of = register.of(conv);
    if (!of || this.followed.has(conv)) return;
    record({ f: 'anew', proc, of });
    const conversation = this.client.open(conv as ConversationId);
    this.followed.set(conv, {
      conversation,
      reader: new Reader({ proc, who: 'agent', replica: conversation, record, of: register.of }),
    });
  }

  isAt(conv: string, head: number): boolean {
    const one = this.followed.get(conv);
    return !one || one.conversation.cursor.peek() === head;
  }

  place(conv: string): number | null {
    return this.followed.get(conv)?.conversation.cursor.peek() ?? null;
  }

  /** Writes down what it holds and lets go. */
  settle(conv: string, fresh: boolean): void {
    const one = this.followed.get(conv);
    if (!one) return;
    one.reader.recordView(fresh);
    one.reader.stop();
    one.conversation.leave();
    this.followed.delete(conv);
  }

  /** Opens it, waits for all of it, writes it down as a fresh reader and leaves. */
  async lookOnce(conv: string, head: number): Promise<void> {
    this.follow(conv);
    for (let wait = 0; wait < 100 && !this.isAt(conv, head); wait += 1) await sleep(100);
    this.settle(conv, true);
  }

  leave(): void {
    for (const { reader } of this.followed.values()) reader.stop();
    this.client.destroy();
  }
}
