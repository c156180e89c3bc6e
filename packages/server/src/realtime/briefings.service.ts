import { type ConversationId, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { Bundles } from '../handoff/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { AgentSocket } from './agent-socket.js';
import { FanOut } from './fan-out.service.js';

/** Offers that are remembered, so that what is heard of twice is told once. */
const REMEMBERED = 2_000;

export interface Offered {
  readonly conversationId: ConversationId;
  readonly agentIds: readonly string[];
  readonly deadlineAt: string | null;
}

/** Whoever is offered a lead has its briefing before they open it, on whichever node they are. */
@Injectable()
export class Briefings implements OnApplicationShutdown {
  private readonly told = new Set<string>();
  private readonly unsubscribe: () => void;

  constructor(
    @Inject(ConversationBus) bus: ConversationBus,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(Bundles) private readonly bundles: Bundles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.unsubscribe = bus.subscribe(({ workspaceId, events }) => {
      for (const event of events)
        if (event.type === 'handoff.offered')
          void this.brief(workspaceId, { ...event.data, conversationId: event.conversationId });
    });
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  async brief(workspaceId: WorkspaceId, offer: Offered): Promise<void> {
    const { conversationId, deadlineAt } = offer;
    const sockets = [...(this.fanOut.namespace(NAMESPACE.agent)?.sockets.values() ?? [])] as AgentSocket[];
    const theirs = sockets.filter(({ id, data }) => {
      const isNews = !this.told.has(keyOf(conversationId, deadlineAt, id));
      return isNews && data.agent.workspaceId === workspaceId && offer.agentIds.includes(data.agent.id);
    });
    if (theirs.length === 0) return;
    for (const { id } of theirs) this.remember(keyOf(conversationId, deadlineAt, id));
    try {
      const bundle = await this.bundles.get(workspaceId, conversationId);
      for (const socket of theirs) socket.emit(NOTICE.briefingReady, { bundle });
    } catch (error) {
      this.logger.warn({ error }, 'could not send a briefing');
    }
  }

  private remember(key: string): void {
    const [oldest] = this.told;
    if (this.told.size >= REMEMBERED && oldest !== undefined) this.told.delete(oldest);
    this.told.add(key);
  }
}

function keyOf(conversationId: ConversationId, deadlineAt: string | null, socketId: string): string {
  return `${conversationId} ${deadlineAt} ${socketId}`;
}
