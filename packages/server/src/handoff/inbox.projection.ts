import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { Change } from '../conversations/index.js';
import type { Transaction } from '../database/index.js';
import { applyToInboxRow, newInboxRow } from './core/inbox-row.js';
import { InboxRepository } from './inbox.repository.js';

/** Keeps the agents' inbox in step with the log, in the same transaction. */
@Injectable()
export class InboxProjection {
  constructor(@Inject(InboxRepository) private readonly repository: InboxRepository) {}

  async project(tx: Transaction, workspaceId: WorkspaceId, changes: readonly Change[]): Promise<void> {
    const ids = changes.map(({ state }) => state.id);
    const stored = await this.repository.findAll(tx, workspaceId, ids);
    const unseen = changes.filter(({ state }) => !stored.has(state.id));
    const sites = unseen.map(({ state }) => state.siteId);
    const names =
      sites.length > 0 ? await this.repository.siteNames(tx, workspaceId, sites) : new Map<string, string>();
    const rows = changes.flatMap(({ state, events }) => {
      const [first] = events;
      if (!first) return [];
      const row = stored.get(state.id) ?? newInboxRow(state.id, names.get(state.siteId) ?? '', first.at);
      return [events.reduce(applyToInboxRow, row)];
    });
    this.repository.saveAll(tx, workspaceId, rows);
  }
}
