import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AgentClient,
  type AgentConversation,
  CommandError,
  createAgentClient,
  socketTransport,
} from '@baton/client';
import { type ConversationId, NAMESPACE } from '@baton/shared-types';
import type { ActEntry, RecordEntry } from '../history/line.ts';
import { between, pick, type Random } from '../run/seeded-random.ts';
import { headlessEnvironment } from './headless-environment.ts';
import { Reader } from './reader.ts';
import { recordTransport } from './recorded-transport.ts';
import type { Register } from './register.ts';
import { SharedStorage } from './shared-storage.ts';

export interface AgentOptions {
  readonly name: string;
  readonly serverUrl: string;
  readonly publicUrl: string;
  readonly fetchTicket: () => Promise<string>;
  readonly random: Random;
  readonly record: RecordEntry;
  readonly register: Register;
  /** Whether it is time for a break; then nobody new is taken, and those in hand are finished. */
  readonly isBreak: () => boolean;
}

const HANDS = 2;
/** How long an agent stands by a line that does not get through before turning to the next thing. */
const LOST_PATIENCE_MS = 15_000;
/** The share of clicks that come too late. */
const TOO_LATE = 0.05;

/** An agent at work: accepts what is offered, takes over in mid-sentence, says a few words, gives back or closes. */
export class Agent {
  readonly client: AgentClient;
  private readonly options: AgentOptions;
  private lastClientId = '';
  private made = 0;
  private waiting = 0;
  private readonly inHand = new Set<string>();
  private stopped = false;

  constructor(options: AgentOptions) {
    this.options = options;
    const { name: proc, serverUrl, publicUrl: origin, random, record, register } = options;
    const transport = recordTransport(socketTransport(serverUrl, NAMESPACE.agent, { origin }), {
      proc,
      who: 'agent',
      record,
      of: register.of,
      waiting: () => this.waiting,
    });
    const environment = headlessEnvironment({
      storage: new SharedStorage().openFor(proc),
      random,
      origin,
      newClientId: () => {
        this.made += 1;
        this.lastClientId = `${proc}-${String(this.made).padStart(5, '0')}`;
        return this.lastClientId;
      },
    });
    this.client = createAgentClient(
      { serverUrl, environment, fetchTicket: options.fetchTicket },
      transport.connect,
    );
    this.client.connection.subscribe(({ kind }) => record({ f: 'connection', proc, state: kind }));
    this.client.connect();
  }

  /** Works until told to stop; resolves when nothing is left in its hands. */
  async work(): Promise<void> {
    const { random } = this.options;
    while (!this.stopped) {
      await sleep(between(random, 150, 600));
      if (this.client.connection.peek().kind !== 'online') continue;
      const isBreak = this.options.isBreak();
      const presence = isBreak ? 'away' : 'available';
      if (this.client.presence.peek() !== presence)
        await this.client.setPresence(presence).catch(() => undefined);
      if (isBreak || this.inHand.size >= HANDS) continue;
      const chosen = this.choose();
      if (chosen) void this.handle(chosen.conv, chosen.act);
    }
    while (this.inHand.size > 0) await sleep(100);
  }

  stop(): void {
    this.stopped = true;
  }

  leave(): void {
    this.client.destroy();
  }

  private choose(): {
    readonly conv: ConversationId;
    readonly act: 'accept' | 'decline' | 'takeover';
  } | null {
    const { random, register } = this.options;
    const rows = [...this.client.inbox.peek().values()].filter(
      ({ status, conversationId }) =>
        status === 'open' && register.of(conversationId) !== null && !this.inHand.has(conversationId),
    );
    // A click that comes too late: what a colleague has must stay theirs.
    const taken = rows.filter(({ owner }) => owner.kind === 'agent');
    if (taken.length > 0 && random() < TOO_LATE)
      return { conv: pick(random, taken).conversationId, act: 'accept' };
    const offered = rows.filter((row) => row.handoff?.offeredToMe && row.owner.kind === 'queue');
    if (offered.length > 0)
      return { conv: pick(random, offered).conversationId, act: random() < 0.1 ? 'decline' : 'accept' };
    // In mid-sentence where possible: that is when two voices could be heard.
    const speaking = rows.filter(
      (row) =>
        row.owner.kind === 'assistant' &&
        register.isOpenTo(row.conversationId) &&
        register.speaking.has(row.conversationId),
    );
    if (speaking.length > 0 && random() < 0.5)
      return { conv: pick(random, speaking).conversationId, act: 'takeover' };
    return null;
  }

  private async handle(conv: ConversationId, act: 'accept' | 'decline' | 'takeover'): Promise<void> {
    const { name: proc, random, record, register } = this.options;
    const of = register.of(conv);
    if (!of) return;
    this.inHand.add(conv);
    register.hold(conv);
    record({ f: 'anew', proc, of });
    const conversation = this.client.open(conv);
    const reader = new Reader({ proc, who: 'agent', replica: conversation, record, of: register.of });
    const said: Promise<unknown>[] = [];
    try {
      const done = await this.act(conversation, act);
      if (!done || act === 'decline') return;
      for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
        said.push(this.say(conversation, of, `${proc} says ${this.made}: let me see`));
        await Promise.race([said.at(-1), sleep(LOST_PATIENCE_MS)]);
        await sleep(between(random, 50, 500));
      }
      await this.act(conversation, random() < 0.7 ? 'return' : 'close');
    } finally {
      reader.stop();
      conversation.leave();
      this.inHand.delete(conv);
      // A line that this page still has to send belongs to the conversation, however long its way takes.
      void Promise.all(said).then(() => register.release(conv));
    }
  }

  /** Resolves once the line is acknowledged or refused. */
  private async say(conversation: AgentConversation, of: string, text: string): Promise<void> {
    const { name: proc, record } = this.options;
    const sent = conversation.send(text);
    record({ f: 'send', type: 'invoke', proc, of, who: 'agent', cid: this.lastClientId, text });
    this.waiting += 1;
    await sent.catch(() => undefined);
    this.waiting -= 1;
  }

  /** True when it is done. A lost answer is asked for once more; a refusal is written down. */
  private async act(conversation: AgentConversation, act: ActEntry['act']): Promise<boolean> {
    const { name: proc, record } = this.options;
    const line = { f: 'act', proc, conv: conversation.conversationId, act } as const;
    record({ ...line, type: 'invoke' });
    const run = {
      accept: conversation.accept,
      decline: conversation.decline,
      takeover: conversation.takeOver,
      return: conversation.returnToAssistant,
      close: conversation.close,
    }[act];
    for (let attempt = 1; ; attempt += 1) {
      try {
        await run();
        record({ ...line, type: 'ok' });
        return true;
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        const mayPass = error.wire.code === 'unavailable' && attempt < 8 && !this.stopped;
        if (!mayPass) record({ ...line, type: 'fail', code: error.wire.code });
        if (!mayPass) return false;
        await sleep(800);
      }
    }
  }
}
