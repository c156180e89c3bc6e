import { type ConversationId, NAMESPACE, NOTICE } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { FanOut } from './fan-out.service.js';
import type { VisitorSocket } from './visitor-socket.js';

const BEAT_MS = 15_000;

/** Tells every visitor's client the head of its log now and then, so that a lost notice is noticed. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    const heads = new Map<ConversationId, number>();
    for (const socket of this.fanOut.namespace(NAMESPACE.visitor)?.sockets.values() ?? []) {
      const { following: conversationId, principal } = (socket as VisitorSocket).data;
      if (!conversationId || !principal) continue;
      try {
        const known = heads.get(conversationId);
        const head = known ?? (await this.conversations.getState(principal.workspaceId, conversationId)).head;
        heads.set(conversationId, head);
        socket.emit(NOTICE.logHead, { conversationId, head });
      } catch (error) {
        this.logger.warn({ error, conversationId }, 'could not read the head of a log');
        return;
      }
    }
  }
}
