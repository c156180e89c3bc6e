import { type AgentId, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { Router } from '../handoff/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { FanOut } from './fan-out.service.js';
import { NODE_BUS, type NodeBus } from './nodes/node-bus.port.js';
import { room } from './rooms.js';

/** Tells the agents of a workspace that a colleague has come, gone or paused, on whichever node they are. */
@Injectable()
export class PresenceFeed {
  constructor(
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(Router) private readonly router: Router,
    @Inject(NODE_BUS) private readonly nodes: NodeBus,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async tell(workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
    this.nodes.publish({ kind: 'presence', workspaceId, agentId });
    await this.tellHere(workspaceId, agentId);
  }

  /** Tells the agents of this node, as the database says it now. */
  async tellHere(workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
    const readers = room.workspace(workspaceId);
    const agents = this.fanOut.namespace(NAMESPACE.agent);
    if (!agents?.adapter.rooms.has(readers)) return;
    try {
      const colleague = (await this.router.listColleagues(workspaceId)).find(({ id }) => id === agentId);
      if (colleague) agents.to(readers).emit(NOTICE.presenceChanged, { colleague });
    } catch (error) {
      this.logger.warn({ error, workspaceId }, 'could not tell that a colleague has come or gone');
    }
  }
}
