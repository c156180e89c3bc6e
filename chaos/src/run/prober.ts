import { setTimeout as sleep } from 'node:timers/promises';
import { socketTransport, type Transport } from '@baton/client';
import { AGENT_COMMAND, NAMESPACE, PROTOCOL_VERSION, type Reply, VISITOR_COMMAND } from '@baton/shared-types';
import type { RecordEntry } from '../history/line.ts';
import { field } from '../people/wire-shapes.ts';
import type { World } from '../world/world.ts';
import { SITE_KEY } from './population.ts';

const EVERY_MS = 5_000;
const ANSWER_MS = 3_000;

/** Tries, again and again, to be somebody else or to come from somewhere else. No answer proves nothing. */
export class Prober {
  private readonly world: World;
  private readonly record: RecordEntry;
  private token: string | null = null;
  private visitorId = '';

  constructor(world: World, record: RecordEntry) {
    this.world = world;
    this.record = record;
  }

  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.tryForeignOrigins();
      await this.tryForeignToken();
      await this.tryForeignConversation();
      for (let waited = 0; waited < EVERY_MS && !isOver(); waited += 250) await sleep(250);
    }
  }

  private async tryForeignOrigins(): Promise<void> {
    const { demoOrigin } = this.world;
    const host = new URL(demoOrigin).host;
    for (const origin of [
      `http://evil-${host}`,
      `${demoOrigin}.evil.example`,
      `http://x@${host}`,
      `https://${host}`,
    ]) {
      const link = this.open(NAMESPACE.visitor, origin);
      const outcome = await link.dial({
        protocol: PROTOCOL_VERSION,
        siteKey: SITE_KEY as never,
        token: null,
      });
      link.transport.close();
      if (outcome !== 'silence')
        this.record({ f: 'probe', what: `a page on ${origin}`, expected: 'refused', got: outcome });
    }
  }

  /** A token of one company's visitor on another company's site makes a new visitor there, and opens nothing. */
  private async tryForeignToken(): Promise<void> {
    const own = this.open(NAMESPACE.visitor, this.world.demoOrigin);
    if (
      !this.token &&
      (await own.dial({ protocol: PROTOCOL_VERSION, siteKey: SITE_KEY as never, token: null })) === 'admitted'
    ) {
      const opened = await own.ask(VISITOR_COMMAND.openSession, SESSION);
      if (opened?.ok) {
        this.token = String(field(opened.value, 'token'));
        this.visitorId = String(field(opened.value, 'visitorId'));
      }
    }
    own.transport.close();
    if (!this.token) return;
    const other = this.open(NAMESPACE.visitor, this.world.demoOrigin);
    const handshake = { protocol: PROTOCOL_VERSION, siteKey: 'demo-alpenrad' as never, token: this.token };
    if ((await other.dial(handshake)) === 'admitted') {
      const opened = await other.ask(VISITOR_COMMAND.openSession, SESSION);
      const got =
        opened?.ok && field(opened.value, 'visitorId') === this.visitorId
          ? 'the same visitor'
          : 'a new visitor';
      if (opened?.ok)
        this.record({ f: 'probe', what: 'a token on another site', expected: 'a new visitor', got });
    }
    other.transport.close();
  }

  /** An agent of one company names a conversation of another. */
  private async tryForeignConversation(): Promise<void> {
    const [conv] = await this.world.database
      .query<{ id: string }>('SELECT id FROM conversation ORDER BY created_at DESC LIMIT 1')
      .catch(() => []);
    const ticket = await this.world.desk
      .ticketFor('stranger')()
      .catch(() => null);
    if (!conv || !ticket) return;
    const link = this.open(NAMESPACE.agent, this.world.desk.publicUrl);
    if ((await link.dial({ protocol: PROTOCOL_VERSION, ticket })) === 'admitted') {
      for (const command of [AGENT_COMMAND.openConversation, AGENT_COMMAND.readLog] as const) {
        const payload = {
          conversationId: conv.id,
          ...(command === AGENT_COMMAND.readLog ? { after: 0 } : {}),
        };
        const reply = await link.ask(command, payload);
        if (!reply || (!reply.ok && reply.error.code === 'unavailable')) continue;
        const got = reply.ok ? 'an answer' : reply.error.code;
        this.record({ f: 'probe', what: `${command} of another company`, expected: 'not_found', got });
      }
    }
    link.transport.close();
  }

  private open(namespace: string, origin: string) {
    let outcome: (outcome: 'admitted' | 'refused' | 'silence') => void = () => undefined;
    const transport: Transport = socketTransport(this.world.serverUrl, namespace, { origin })({
      opened: () => outcome('admitted'),
      failed: (error) => outcome(error && error.code !== 'unavailable' ? 'refused' : 'silence'),
      lost: () => undefined,
      notice: () => undefined,
    });
    const within = <T>(start: (settle: (value: T) => void) => void, otherwise: T): Promise<T> =>
      new Promise((resolve) => {
        setTimeout(() => resolve(otherwise), ANSWER_MS);
        start(resolve);
      });
    return {
      transport,
      dial: (handshake: Parameters<Transport['open']>[0]) =>
        within<'admitted' | 'refused' | 'silence'>((settle) => {
          outcome = settle;
          transport.open(handshake);
        }, 'silence'),
      ask: (name: string, payload: unknown) =>
        within<Reply<unknown> | null>((settle) => transport.request<unknown>(name, payload, settle), null),
    };
  }
}

const SESSION = {
  page: { url: 'http://localhost/', title: '', referrer: '' },
  locale: 'en',
  timeZone: 'UTC',
};
