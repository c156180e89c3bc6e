import { setTimeout as sleep } from 'node:timers/promises';
import { socketTransport, type Transport } from '@baton/client';
import { NAMESPACE, PROTOCOL_VERSION, type Reply, VISITOR_COMMAND } from '@baton/shared-types';
import type { RecordEntry } from '../history/line.ts';
import { pick, type Random } from '../run/seeded-random.ts';
import { recordTransport } from './recorded-transport.ts';
import type { Register } from './register.ts';
import { field } from './wire-shapes.ts';
import { WORDS } from './words.ts';

export interface BluntVisitorOptions {
  readonly name: string;
  readonly serverUrl: string;
  readonly origin: string;
  readonly siteKey: string;
  readonly random: Random;
  readonly record: RecordEntry;
  readonly register: Register;
  readonly lines: number;
  readonly pauseMs: number;
  readonly isOver: () => boolean;
}

const ANSWER_MS = 2_500;

/**
 * A client that somebody else wrote: it never reads the log, sends again at once when no answer comes, sends again
 * what was answered long ago, sometimes with other words, and counts its client ids from one, as everybody of its
 * kind does.
 */
export class BluntVisitor {
  readonly name: string;
  token: string | null = null;
  visitorId: string | null = null;
  private readonly options: BluntVisitorOptions;
  private readonly transport: Transport;
  private linked: (() => void) | null = null;
  private online = false;
  private gone = false;

  constructor(options: BluntVisitorOptions) {
    this.options = options;
    this.name = options.name;
    const { serverUrl, origin, record, name } = options;
    const { connect } = recordTransport(socketTransport(serverUrl, NAMESPACE.visitor, { origin }), {
      proc: name,
      who: 'visitor',
      record,
      of: () => name,
      waiting: () => 0,
    });
    this.transport = connect({
      opened: () => this.linked?.(),
      failed: () => this.lost(),
      lost: () => this.lost(),
      notice: () => undefined,
    });
  }

  async live(): Promise<void> {
    const { lines, random, pauseMs, isOver } = this.options;
    for (let line = 1; line <= lines && !isOver(); line += 1) {
      await this.say(line, null);
      if (random() < 0.15) await this.say(line, 'these are other words');
      if (random() < 0.1) await this.say(1 + Math.floor(random() * line), 'and these too');
      if (random() < 0.5) await sleep(random() * pauseMs);
    }
  }

  async close(): Promise<void> {
    if (!this.online) await this.connect();
    if (this.online) await this.ask(VISITOR_COMMAND.closeConversation, { clientId: 'line-to-close' });
  }

  leave(): void {
    this.gone = true;
    this.transport.close();
  }

  private async say(line: number, otherWords: string | null): Promise<void> {
    const { random, name, record, register } = this.options;
    const clientId = `line-${String(line).padStart(4, '0')}`;
    const text = `${name} ${line}: ${otherWords ?? pick(random, WORDS)}`;
    const entry = {
      f: 'send',
      type: 'invoke',
      proc: name,
      of: name,
      who: 'visitor',
      cid: clientId,
      text,
    } as const;
    record(otherWords ? { ...entry, again: true } : entry);
    while (!this.gone) {
      if (!this.online) await this.connect();
      if (!this.online) continue;
      const reply = await this.ask(VISITOR_COMMAND.sendMessage, { clientId, text, kind: 'text' });
      if (reply?.ok) {
        const conv = field(reply.value, 'conversationId');
        if (typeof conv === 'string') register.add(conv, name);
        return;
      }
      if (reply && !['unavailable', 'too_many_requests'].includes(reply.error.code)) return;
      if (reply) await sleep(100 + random() * 400);
    }
  }

  private async connect(): Promise<void> {
    this.transport.close();
    await sleep(50 + this.options.random() * 400);
    const opened = new Promise<boolean>((resolve) => {
      this.linked = () => resolve(true);
      setTimeout(() => resolve(false), ANSWER_MS);
    });
    this.transport.open({
      protocol: PROTOCOL_VERSION,
      siteKey: this.options.siteKey as never,
      token: this.token,
    });
    if (!(await opened)) return;
    const page = { url: this.options.origin, title: '', referrer: '' };
    const reply = await this.ask(VISITOR_COMMAND.openSession, {
      page,
      locale: 'en',
      timeZone: 'Europe/London',
    });
    if (!reply?.ok) return;
    this.token = String(field(reply.value, 'token'));
    this.visitorId = String(field(reply.value, 'visitorId'));
    this.online = true;
  }

  private lost(): void {
    this.online = false;
  }

  private ask(name: string, payload: unknown): Promise<Reply<unknown> | null> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => resolve(null), ANSWER_MS);
      this.transport.request<unknown>(name, payload, (reply) => {
        clearTimeout(patience);
        resolve(reply);
      });
    });
  }
}
