import { type AgentId, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { Router } from '../handoff/index.js';
import { FanOut } from './fan-out.service.js';
import { room } from './rooms.js';

/** Tells the agents of a workspace that a colleague has come, gone or paused. */
@Injectable()
export class PresenceFeed {
  constructor(
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(Router) private readonly router: Router,
  ) {}

  async tell(workspaceId: WorkspaceId, id: AgentId): Promise<void> {
    const colleague = (await this.router.listColleagues(workspaceId)).find((each) => each.id === id);
    if (!colleague) return;
    this.fanOut
      .namespace(NAMESPACE.agent)
      ?.to(room.workspace(workspaceId))
      .emit(NOTICE.presenceChanged, { colleague });
  }
}
