import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { Change } from '../conversations/index.js';
import type { Transaction } from '../database/index.js';
import { Playbooks } from '../qualification/index.js';
import { applyToInboxRow, newInboxRow, type StoredInboxRow } from './core/inbox-row.js';
import { handoffWords } from './core/words/desk.js';
import { InboxRepository } from './inbox.repository.js';
import { RecentInboxRows } from './recent-inbox-rows.service.js';

/** Keeps the agents' inbox in step with the log, in the same transaction. */
@Injectable()
export class InboxProjection {
  constructor(
    @Inject(InboxRepository) private readonly repository: InboxRepository,
    @Inject(RecentInboxRows) private readonly recent: RecentInboxRows,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  async project(tx: Transaction, workspaceId: WorkspaceId, changes: readonly Change[]): Promise<void> {
    const before = await this.rowsBefore(tx, workspaceId, changes);
    const rows = changes.flatMap(({ state, events }) => {
      const last = events.at(-1);
      const begin = before.get(state.id);
      if (!last || !begin) return [];
      const row = events.reduce(applyToInboxRow, begin);
      this.recent.propose(row, last);
      return [row];
    });
    this.repository.saveAll(tx, workspaceId, rows);
  }

  /** The rows that the changes go on from; the database is asked only for those that this node has not just written. */
  private async rowsBefore(
    tx: Transaction,
    workspaceId: WorkspaceId,
    changes: readonly Change[],
  ): Promise<ReadonlyMap<string, StoredInboxRow>> {
    const known = changes.flatMap(
      ({ state, events: [first] }) => (first && this.recent.at(state.id, first.seq - 1)) ?? [],
    );
    const rows = new Map(known.map((row) => [row.conversationId, row]));
    const asked = changes.filter(({ state }) => !rows.has(state.id));
    if (asked.length === 0) return rows;
    const ids = asked.map(({ state }) => state.id);
    for (const [id, row] of await this.repository.findAll(tx, workspaceId, ids)) rows.set(id, row);
    const unseen = asked.filter(({ state }) => !rows.has(state.id));
    if (unseen.length === 0) return rows;
    const sites = unseen.map(({ state }) => state.siteId);
    const [names, language] = await Promise.all([
      this.repository.siteNames(tx, workspaceId, sites),
      this.playbooks.deskLanguage(tx, workspaceId),
    ]);
    const words = handoffWords(language);
    for (const { state, events } of unseen) {
      const begun = { siteName: names.get(state.siteId) ?? '', at: events[0]?.at ?? '' };
      rows.set(state.id, newInboxRow(state.id, { ...begun, nobody: words.visitor(state.id.slice(-4)) }));
    }
    return rows;
  }
}
