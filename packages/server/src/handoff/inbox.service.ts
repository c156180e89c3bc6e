import type { ConversationId, InboxRow, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { inboxRowFor, type StoredInboxRow } from './core/inbox-row.js';
import { type InboxPage, InboxRepository } from './inbox.repository.js';
import { RecentInboxRows } from './recent-inbox-rows.service.js';

/** More than this no team can look at; whatever is left out is still found by paging and search. */
const MOST_WITH_PEOPLE = 2_000;

/** The conversations of a workspace as its agents see them. */
@Injectable()
export class Inbox {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(InboxRepository) private readonly repository: InboxRepository,
    @Inject(RecentInboxRows) private readonly recent: RecentInboxRows,
  ) {}

  /** Latest first. */
  async list(agent: AgentPrincipal, page: InboxPage): Promise<readonly InboxRow[]> {
    const { workspaceId, id } = agent;
    const rows = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.list(tx, workspaceId, page),
    );
    return rows.map((row) => inboxRowFor(row, id));
  }

  /** Rows that have changed within so many seconds, open or closed. */
  async listRecent(workspaceId: WorkspaceId, seconds: number): Promise<readonly StoredInboxRow[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listRecent(tx, workspaceId, seconds),
    );
  }

  /** What an inbox begins with: every open conversation with a person in it or waited for, and the latest others. */
  async listFirst(agent: AgentPrincipal, latest: number): Promise<readonly InboxRow[]> {
    const { workspaceId, id } = agent;
    const rows = await this.unitOfWork.readInWorkspace(workspaceId, async (tx) => [
      ...(await this.repository.listWithPeople(tx, workspaceId, MOST_WITH_PEOPLE)),
      ...(await this.repository.list(tx, workspaceId, { status: 'open', limit: latest })),
    ]);
    const once = new Map(rows.map((row) => [row.conversationId, row]));
    return [...once.values()].map((row) => inboxRowFor(row, id));
  }

  /** The rows of conversations, each at least as new as the head that its caller has heard of. */
  async findAll(
    workspaceId: WorkspaceId,
    heads: ReadonlyMap<ConversationId, number>,
  ): Promise<readonly StoredInboxRow[]> {
    const known = [...heads].flatMap(([id, head]) => this.recent.at(id, head) ?? []);
    const found = new Set(known.map(({ conversationId }) => conversationId));
    const asked = [...heads.keys()].filter((id) => !found.has(id));
    if (asked.length === 0) return known;
    const rows = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.findAll(tx, workspaceId, asked),
    );
    return [...known, ...rows.values()];
  }
}
