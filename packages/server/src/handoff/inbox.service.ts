import type { ConversationId, InboxRow, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { inboxRowFor, type StoredInboxRow } from './core/inbox-row.js';
import { InboxRepository } from './inbox.repository.js';

/** The conversations of a workspace as its agents see them. */
@Injectable()
export class Inbox {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(InboxRepository) private readonly repository: InboxRepository,
  ) {}

  /** Latest first. */
  async list(agent: AgentPrincipal, status: 'open' | 'closed', limit: number): Promise<readonly InboxRow[]> {
    const { workspaceId, id } = agent;
    const rows = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.list(tx, workspaceId, status, limit),
    );
    return rows.map((row) => inboxRowFor(row, id));
  }

  /** Rows that have changed within so many seconds, open or closed. */
  async listRecent(workspaceId: WorkspaceId, seconds: number): Promise<readonly StoredInboxRow[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.listRecent(tx, workspaceId, seconds),
    );
  }

  async find(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<StoredInboxRow | null> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.find(tx, workspaceId, conversationId),
    );
  }
}
