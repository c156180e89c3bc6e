import {
  applyEvent,
  type ConversationId,
  type ConversationView,
  ERRORS,
  type ErrorCode,
  emptyView,
  type LogBatch,
  type MessageAccepted,
  type MessageId,
  type Notices,
  type Reply,
  type SessionOpened,
  type VisitorId,
  type WireError,
} from '@baton/shared-types';
import type { MemoryLink, MemoryServer } from '../src/memory-transport.js';
import { appendTo, type Conversation, type Draft, event, isPublic, message, range } from './log-model.js';

const PAGE = { url: '', title: '', referrer: '' };

interface Visitor {
  readonly id: VisitorId;
  conversation: Conversation | null;
  /** Who it is by signature. */
  subject: string | null;
  granted?: boolean;
}

interface Seat {
  readonly link: MemoryLink;
  token: string | null;
  visitor: Visitor | null;
  following: Conversation | null;
}

/** How the network treats what the server says; a test replaces the parts it wants to go wrong. */
export interface Faults {
  /** Deliveries of one notice: none, one, two … each is a delay in milliseconds. */
  notice(): readonly number[];
  /** Whether the answer to a command arrives, is swallowed, or breaks the connection instead. */
  answer(): 'arrives' | 'swallowed' | 'breaks';
}

export const NO_FAULTS: Faults = { notice: () => [0], answer: () => 'arrives' };

/** The visitor's half of the server in memory: one log per conversation, client ids, subscriptions, heartbeats. */
export class ServerModel {
  readonly visitors = new Map<string, Visitor>();
  readonly tokens: (string | null)[] = [];
  /** The address of the page at each opening of a session. */
  readonly pages: string[] = [];
  readonly conversations: Conversation[] = [];
  faults = NO_FAULTS;
  refusal: WireError | null = null;
  reachable = true;
  pageSize = 4;
  commands: string[] = [];
  refuseNext: ErrorCode[] = [];
  /** The question that visitors have to agree to; null: none. */
  consent: { readonly version: string; readonly text: string; readonly link: null } | null = null;
  private readonly seats = new Set<Seat>();
  private counter = 0;

  constructor(private readonly setTimer: (run: () => void, ms: number) => void) {}

  readonly connect: MemoryServer = (handshake, link) => {
    if (!this.reachable) return { refusal: null };
    if (this.refusal) return { refusal: this.refusal };
    const token = 'token' in handshake ? handshake.token : null;
    this.tokens.push(token);
    const seat: Seat = {
      link,
      token,
      visitor: token === null ? null : (this.visitors.get(token) ?? null),
      following: null,
    };
    this.seats.add(seat);
    return {
      session: {
        command: (name, payload, answer) => {
          const reply = this.run(seat, name, payload);
          const fate = this.faults.answer();
          if (fate === 'arrives') answer(reply);
          if (fate === 'breaks') link.drop();
        },
        closed: () => this.seats.delete(seat),
      },
    };
  };

  dropAll(): void {
    for (const { link } of [...this.seats]) link.drop();
  }

  connections(): number {
    return this.seats.size;
  }

  /** Tells everyone who follows a conversation of its head. */
  heartbeat(): void {
    for (const seat of this.seats) {
      if (seat.following)
        this.tell(seat, 'log.head', { conversationId: seat.following.id, head: seat.following.log.length });
    }
  }

  tellAll<N extends keyof Notices>(name: N, payload: Notices[N]): void {
    for (const seat of this.seats) this.tell(seat, name, payload);
  }

  /** The assistant answers; an internal event before it takes a `seq` that the visitor never sees. */
  speak(conversation: Conversation, text: string, messageId = this.nextMessageId()): void {
    this.append(conversation, [
      event('turn.degraded', 'internal', { turnId: 'trn_1' as never, lane: 'reply', kind: 'timeout' }, null),
      message(messageId, text, 'assistant', null),
    ]);
  }

  close(conversation: Conversation): void {
    this.append(conversation, [event('conversation.closed', 'public', { by: 'system' }, null)]);
  }

  /** The visitor's messages in a log, in order. */
  said(conversation: Conversation): readonly string[] {
    return conversation.log.flatMap((entry) =>
      entry.type === 'message.sent' && entry.actor.kind === 'visitor' ? [entry.data.text] : [],
    );
  }

  /** What a fresh reader would see. */
  viewOf(conversation: Conversation): ConversationView {
    return conversation.log.filter(isPublic).reduce(applyEvent, emptyView(conversation.id));
  }

  private nextMessageId(): MessageId {
    return `msg_${++this.counter}` as MessageId;
  }

  private run(seat: Seat, name: string, payload: unknown): Reply<unknown> {
    this.commands.push(name);
    const refused = this.refuseNext.shift();
    if (refused) return no(refused);
    switch (name) {
      case 'session.open': {
        const { identity, page } = payload as { identity?: string; page: { url: string } };
        this.pages.push(page.url);
        if (identity === 'forged') return no('identity_refused');
        if (identity) this.enterAs(seat, identity);
        return yes(this.openSession(seat));
      }
      case 'session.logout':
        for (const [token, visitor] of this.visitors)
          if (visitor === seat.visitor) this.visitors.delete(token);
        Object.assign(seat, { token: null, visitor: null, following: null });
        return yes(null);
      case 'consent.set': {
        const { version, granted } = payload as { version: string; granted: boolean };
        if (!seat.visitor || version !== this.consent?.version) return no('consent_required');
        seat.visitor.granted = granted;
        return yes(null);
      }
      case 'message.send':
        return this.sendMessage(seat, payload as { clientId: string; text: string });
      case 'log.read':
        return this.readLog(seat, (payload as { after: number }).after);
      case 'conversation.close':
        if (!seat.following) return no('not_found');
        this.close(seat.following);
        return yes({ seq: seat.following.log.length });
      default:
        return yes(null);
    }
  }

  /** As the real one: the token that was presented is void, and whoever has no name yet becomes this one. */
  private enterAs(seat: Seat, subject: string): void {
    const known = [...this.visitors.values()].find((visitor) => visitor.subject === subject);
    if (known && known === seat.visitor) return;
    const nameless = seat.visitor?.subject === null ? seat.visitor : null;
    const fresh: Visitor = { id: `vis_${++this.counter}` as VisitorId, conversation: null, subject };
    const visitor = known ?? (nameless ? Object.assign(nameless, { subject }) : fresh);
    if (seat.token !== null) this.visitors.delete(seat.token);
    const token = `token-${++this.counter}`;
    this.visitors.set(token, visitor);
    Object.assign(seat, { token, visitor });
  }

  private openSession(seat: Seat): SessionOpened {
    let { token, visitor } = seat;
    if (!visitor || token === null) {
      token = `token-${++this.counter}`;
      visitor = { id: `vis_${this.counter}` as VisitorId, conversation: null, subject: null };
      this.visitors.set(token, visitor);
    }
    Object.assign(seat, { token, visitor });
    seat.following = visitor.conversation;
    const { conversation } = visitor;
    return {
      visitorId: visitor.id,
      token,
      ...(this.consent ? { consent: { ...this.consent, granted: visitor.granted ?? null } } : {}),
      verified: visitor.subject !== null,
      conversation: conversation && { id: conversation.id, head: conversation.log.length },
      site: {
        companyName: 'Acme',
        assistantName: 'Ada',
        greeting: 'Hi',
        disclosure: 'Automatic',
        starters: [],
      },
    };
  }

  private sendMessage(seat: Seat, sent: { clientId: string; text: string }): Reply<MessageAccepted> {
    const { visitor } = seat;
    if (!visitor) return no('session_invalid');
    if (this.consent && !visitor.granted) return no('consent_required');
    const known = this.conversations
      .flatMap(({ log }) => log)
      .find((entry) => entry.type === 'message.sent' && entry.clientId === sent.clientId);
    if (known?.type === 'message.sent') {
      return yes({ conversationId: known.conversationId, messageId: known.data.messageId, seq: known.seq });
    }
    const ended = visitor.conversation?.log.some((entry) => entry.type === 'conversation.closed');
    const conversation = visitor.conversation && !ended ? visitor.conversation : this.begin(visitor);
    const messageId = this.nextMessageId();
    const seq = this.append(conversation, [message(messageId, sent.text, 'visitor', sent.clientId)]);
    // As the real one: whoever was not following yet has missed this batch.
    seat.following = conversation;
    return yes({ conversationId: conversation.id, messageId, seq });
  }

  private begin(visitor: Visitor): Conversation {
    const conversation: Conversation = { id: `cnv_${++this.counter}` as ConversationId, log: [] };
    visitor.conversation = conversation;
    this.conversations.push(conversation);
    const data = { siteId: 'sit_1' as never, page: PAGE, locale: 'en', timeZone: 'UTC' };
    this.append(conversation, [event('conversation.started', 'public', data, null)]);
    return conversation;
  }

  private readLog(seat: Seat, after: number): Reply<{ batch: LogBatch | null; reset: boolean }> {
    const conversation = seat.following;
    if (!conversation) return no('not_found');
    if (after > conversation.log.length) return yes({ batch: null, reset: true });
    const to = Math.min(after + this.pageSize, conversation.log.length);
    return yes({ batch: to > after ? range(conversation, after, to) : null, reset: false });
  }

  private append(conversation: Conversation, drafts: readonly Draft[]): number {
    const batch = appendTo(conversation, drafts);
    for (const seat of this.seats)
      if (seat.following === conversation) this.tell(seat, 'log.appended', batch);
    return conversation.log.length;
  }

  private tell<N extends keyof Notices>(seat: Seat, name: N, payload: Notices[N]): void {
    for (const delay of this.faults.notice()) {
      if (delay === 0) seat.link.notify(name, payload);
      else this.setTimer(() => seat.link.notify(name, payload), delay);
    }
  }
}

function yes<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function wireError(code: ErrorCode): WireError {
  return { code, message: ERRORS[code].message };
}

function no(code: ErrorCode): { readonly ok: false; readonly error: WireError } {
  return { ok: false, error: wireError(code) };
}
