import type { LogEvent, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { ConversationState } from '../conversations/index.js';
import type { Transaction } from '../database/index.js';
import { applyToInboxRow, newInboxRow } from './core/inbox-row.js';
import { InboxRepository } from './inbox.repository.js';

/** Keeps the agents' inbox in step with the log, in the same transaction. */
@Injectable()
export class InboxProjection {
  constructor(@Inject(InboxRepository) private readonly repository: InboxRepository) {}

  async project(
    tx: Transaction,
    workspaceId: WorkspaceId,
    state: ConversationState,
    events: readonly LogEvent[],
  ): Promise<void> {
    const [first] = events;
    if (!first) return;
    const stored = await this.repository.find(tx, workspaceId, state.id);
    const row =
      stored ??
      newInboxRow(state.id, await this.repository.siteName(tx, workspaceId, state.siteId), first.at);
    await this.repository.save(tx, workspaceId, events.reduce(applyToInboxRow, row));
  }
}
