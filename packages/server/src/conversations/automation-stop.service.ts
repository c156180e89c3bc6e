import type { SiteId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { Sites } from '../identity/index.js';
import { CONVERSATIONS, type Conversations } from './conversations.port.js';
import { SYSTEM } from './core/events.js';
import { changeOwner } from './core/ownership.js';
import { TurnLeaseRepository } from './turn-lease.repository.js';

/**
 * Whoever pulls a kill switch wants silence now, not after the sentence: every turn under way is cut off by a new epoch,
 * as a takeover does. A turn that begins afterwards finds the switch.
 */
@Injectable()
export class AutomationStop implements OnModuleInit {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(TurnLeaseRepository) private readonly turns: TurnLeaseRepository,
    @Inject(Sites) private readonly sites: Sites,
  ) {}

  onModuleInit(): void {
    this.sites.onPaused((workspaceId, siteId) => this.cut(workspaceId, siteId));
  }

  /** `siteId` null: in the whole workspace. */
  private async cut(workspaceId: WorkspaceId, siteId: SiteId | null): Promise<void> {
    const due = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.turns.listDueOf(tx, workspaceId, siteId),
    );
    await Promise.all(
      due.map((conversationId) =>
        this.conversations.append({
          workspaceId,
          conversationId,
          epoch: null,
          decide: (state) =>
            state.status === 'open' && state.owner.kind !== 'agent'
              ? [changeOwner(state, state.owner, SYSTEM)]
              : [],
        }),
      ),
    );
  }
}
