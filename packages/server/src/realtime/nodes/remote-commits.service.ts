import type { ConversationId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../../conversations/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { AgentSession } from '../agent-session.service.js';
import { FanOut } from '../fan-out.service.js';
import { Heartbeat } from '../heartbeat.service.js';
import { InboxFeed } from '../inbox-feed.service.js';
import { PresenceFeed } from '../presence-feed.service.js';
import { QueueFeed } from '../queue-feed.service.js';
import { Viewers } from '../viewers.service.js';
import { VisitorSession } from '../visitor-session.service.js';
import { type CommitHint, NODE_BUS, type NodeBus, type NodeMessage } from './node-bus.port.js';

/** Hears what other nodes have done and tells this node's sockets: of commits what the log says. */
@Injectable()
export class RemoteCommits {
  /** Conversations that are being read, and what has been hinted at meanwhile. */
  private readonly reading = new Map<ConversationId, CommitHint | null>();

  constructor(
    @Inject(NODE_BUS) bus: NodeBus,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(InboxFeed) private readonly inbox: InboxFeed,
    @Inject(Heartbeat) private readonly heartbeat: Heartbeat,
    @Inject(VisitorSession) private readonly visitors: VisitorSession,
    @Inject(AgentSession) private readonly agents: AgentSession,
    @Inject(QueueFeed) private readonly queue: QueueFeed,
    @Inject(PresenceFeed) private readonly presence: PresenceFeed,
    @Inject(Viewers) private readonly viewers: Viewers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    bus.subscribe((message) => this.hear(message));
    bus.onGap(() => this.lookForYourself());
  }

  private hear(message: NodeMessage): void {
    if (message.kind === 'notice') this.fanOut.tell(message);
    else if (message.kind === 'signed_out') this.agents.end(message.sessionHash);
    else if (message.kind === 'presence') void this.presence.tellHere(message.workspaceId, message.agentId);
    else if (message.kind === 'viewers') this.viewers.hear(message);
    else this.hearOfCommit(message);
  }

  private hearOfCommit(hint: CommitHint): void {
    const { workspaceId, conversationId, visitorId } = hint;
    if (hint.begun) this.visitors.followEverywhere({ id: conversationId, visitorId });
    this.inbox.changed(workspaceId, conversationId, hint.to);
    if (this.fanOut.hasReaders(conversationId, visitorId)) void this.read(hint);
  }

  /** One reading per conversation at a time; hints that come meanwhile are one more. */
  private async read(hint: CommitHint): Promise<void> {
    const { conversationId, workspaceId, visitorId } = hint;
    if (this.reading.has(conversationId)) {
      const later = this.reading.get(conversationId);
      this.reading.set(conversationId, { ...hint, from: Math.min(hint.from, later?.from ?? hint.from) });
      return;
    }
    this.reading.set(conversationId, null);
    try {
      const batch = await this.conversations.readBatch(workspaceId, conversationId, hint.from, 'internal');
      if (batch.to > batch.from) this.fanOut.tellBatch(visitorId, batch);
      this.queue.hear(workspaceId, batch.events);
    } catch (error) {
      this.logger.warn({ error, conversationId }, 'could not read what another node has committed');
    }
    const next = this.reading.get(conversationId);
    this.reading.delete(conversationId);
    if (next) await this.read(next);
  }

  private lookForYourself(): void {
    void this.heartbeat.beat();
    void this.inbox.poll();
    void this.agents.endRevoked();
  }
}
