import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandRequest, NewsRequest, NewsResult, Notices, Reply } from '@baton/shared-types';
import { NOTICE } from '@baton/shared-types';
import { commandRequestSchema, newsRequestSchema } from '@baton/shared-types/schemas';
import { Inject, Injectable } from '@nestjs/common';
import {
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  VisitorMessages,
} from '../../conversations/index.js';
import { ConnectionLimits, RateLimits, type VisitorPrincipal } from '../../identity/index.js';
import { UserError } from '../../kernel/errors.js';
import { LOGGER, type Logger, Metrics } from '../../observability/index.js';
import { answerCommand } from '../answer-command.js';
import type { EphemeralNotice } from '../nodes/node-bus.port.js';
import { UnderWay } from '../under-way.service.js';
import { VisitorDesk } from '../visitor-desk.service.js';
import type { VisitorLink } from '../visitor-link.js';
import { VisitorSession } from '../visitor-session.service.js';
import { VisitorPolls } from './visitor-polls.service.js';

/** How long a question waits. Shorter than any proxy's patience, and a dead line is noticed within ten seconds. */
const HOLD_MS = 7_000;
/** What comes right after the first news goes with it. */
const LINGER_MS = 30;

/** What a request shows of whoever makes it. */
export interface Caller {
  readonly origin: string | undefined;
  readonly address: string;
}

type News = NewsResult['notices'][number];

/**
 * The way for visitors where WebSocket is blocked. Stateless: a request carries the handshake, who is meant is found
 * anew each time, and the log says what is news. The commands are those of the socket, done by the same desk.
 */
@Injectable()
export class VisitorHttp {
  constructor(
    @Inject(VisitorSession) private readonly session: VisitorSession,
    @Inject(VisitorDesk) private readonly desk: VisitorDesk,
    @Inject(VisitorMessages) private readonly messages: VisitorMessages,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(VisitorPolls) private readonly polls: VisitorPolls,
    @Inject(RateLimits) private readonly rates: RateLimits,
    @Inject(ConnectionLimits) private readonly connections: ConnectionLimits,
    @Inject(UnderWay) private readonly underWay: UnderWay,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async command(caller: Caller, body: unknown): Promise<Reply<unknown>> {
    const { logger, metrics, underWay } = this;
    let reply: Reply<unknown> | null = null;
    const checked = await answerCommand(
      { logger, metrics, underWay },
      commandRequestSchema,
      body,
      async (request) => {
        this.rates.takeRequest(caller.address);
        const link = await this.linkOf(caller, request);
        reply = await this.desk.answer(request.name, link, request.payload);
      },
    );
    return checked.ok && reply ? reply : checked;
  }

  news(caller: Caller, body: unknown, gone: AbortSignal): Promise<Reply<NewsResult>> {
    const { logger, metrics, underWay } = this;
    return answerCommand({ logger, metrics, underWay }, newsRequestSchema, body, async (request) => {
      this.rates.takeRequest(caller.address);
      const { origin, address } = caller;
      const { principal } = await this.session.authenticate(request.handshake, origin, address);
      // Nobody yet: there is nothing to tell before the session is opened.
      if (request.after === null || !principal) return { notices: [] };
      const leave = this.connections.enter(address);
      if (!leave) throw new UserError('too_many_requests');
      try {
        return { notices: await this.wait(principal, request.conversationId, request.after, gone) };
      } finally {
        leave();
      }
    });
  }

  private async linkOf(
    { origin, address }: Caller,
    { handshake, context }: Pick<CommandRequest, 'context'> & { readonly handshake?: unknown },
  ): Promise<VisitorLink> {
    const data = await this.session.authenticate(handshake, origin, address);
    if (context) {
      // Not the identity: that is presented with `session.open` alone, and checked there.
      const { page, locale, timeZone } = context;
      Object.assign(data, { page, locale, timeZone });
    }
    const { principal } = data;
    const latest = principal
      ? await this.messages.findLatest(principal.workspaceId, principal.visitorId)
      : null;
    data.following = latest?.id ?? null;
    return { data, join: () => undefined, leave: () => undefined };
  }

  /** Listens first and reads after, like everywhere. */
  private async wait(
    principal: VisitorPrincipal,
    conversationId: NewsRequest['conversationId'],
    after: number,
    gone: AbortSignal,
  ): Promise<readonly News[]> {
    const { workspaceId, visitorId } = principal;
    const poll = this.polls.begin(visitorId, gone);
    const until = performance.now() + HOLD_MS;
    try {
      for (;;) {
        const latest = await this.messages.findLatest(workspaceId, visitorId);
        if (latest) poll.follow(latest.id);
        const heard = poll.take();
        const log = latest
          ? await this.missed(principal, latest, latest.id === conversationId ? after : 0)
          : [];
        const news = [...(latest ? withWholeSpeech(heard, latest) : []), ...log];
        if (news.length > 0) return news;
        if (!(await poll.wait(until - performance.now()))) return [];
        await sleep(LINGER_MS);
      }
    } finally {
      poll.end();
    }
  }

  private async missed(
    { workspaceId }: VisitorPrincipal,
    { id: conversationId, head }: ConversationState,
    after: number,
  ): Promise<readonly News[]> {
    if (after === head) return [];
    // The log ends before what the client has: it looks for itself and is told to start again.
    if (after > head) return [{ name: NOTICE.logHead, payload: { conversationId, head } }];
    const batch = await this.conversations.readBatch(workspaceId, conversationId, after, 'public');
    return [{ name: NOTICE.logAppended, payload: batch }];
  }
}

/**
 * Pieces of a stream may have fallen between two questions: instead of them comes everything that was said so far,
 * which stands on the conversation's row. Without it the stream is over, and the log has the message.
 */
function withWholeSpeech(
  heard: readonly EphemeralNotice[],
  { id, speech }: ConversationState,
): readonly News[] {
  const isStream = (name: string) => name === NOTICE.streamStart || name === NOTICE.streamDelta;
  const others = heard.filter(({ name }) => !isStream(name));
  if (!speech || others.length === heard.length) return others;
  const { messageId, text } = speech;
  const start: Notices['stream.start'] = { conversationId: id, messageId };
  const delta: Notices['stream.delta'] = { messageId, offset: 0, text };
  return [
    { name: NOTICE.streamStart, payload: start },
    { name: NOTICE.streamDelta, payload: delta },
    ...others,
  ];
}
