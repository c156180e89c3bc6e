import { type ConversationId, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { AgentSocket } from './agent-socket.js';
import { FanOut } from './fan-out.service.js';
import type { GuardedSocket } from './guarded-socket.js';
import { conversationsIn } from './rooms.js';
import { VisitorSession } from './visitor-session.service.js';
import type { VisitorSocket } from './visitor-socket.js';

const BEAT_MS = 15_000;
/** Heads read in one statement. */
const AT_ONCE = 1_000;

/** Tells every client the heads of the logs that it follows now and then, so that a lost notice is noticed. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(VisitorSession) private readonly session: VisitorSession,
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

  private async endDead(): Promise<void> {
    try {
      await this.session.endDead();
    } catch (error) {
      this.logger.warn({ error }, 'could not look whether the sessions of visitors still stand');
    }
  }

  async beat(): Promise<void> {
    await this.endDead();
    for (const [workspaceId, followers] of this.followed()) {
      try {
        const ids = [...followers.keys()];
        for (let from = 0; from < ids.length; from += AT_ONCE) {
          const heads = await this.conversations.listHeads(workspaceId, ids.slice(from, from + AT_ONCE));
          for (const [conversationId, head] of heads) {
            for (const socket of followers.get(conversationId) ?? [])
              socket.emit(NOTICE.logHead, { conversationId, head });
          }
        }
      } catch (error) {
        this.logger.warn({ error }, 'could not read the heads of logs');
        return;
      }
    }
  }

  private followed(): ReadonlyMap<WorkspaceId, ReadonlyMap<ConversationId, readonly GuardedSocket[]>> {
    const all = new Map<WorkspaceId, Map<ConversationId, GuardedSocket[]>>();
    const add = (workspaceId: WorkspaceId, conversationId: ConversationId, socket: GuardedSocket) => {
      const those = all.get(workspaceId) ?? new Map<ConversationId, GuardedSocket[]>();
      all.set(workspaceId, those.set(conversationId, [...(those.get(conversationId) ?? []), socket]));
    };
    for (const socket of this.fanOut.namespace(NAMESPACE.visitor)?.sockets.values() ?? []) {
      const { following, principal } = (socket as VisitorSocket).data;
      if (following && principal) add(principal.workspaceId, following, socket);
    }
    for (const socket of this.fanOut.namespace(NAMESPACE.agent)?.sockets.values() ?? []) {
      const { agent } = (socket as AgentSocket).data;
      for (const conversationId of conversationsIn(socket.rooms))
        add(agent.workspaceId, conversationId, socket);
    }
    return all;
  }
}
