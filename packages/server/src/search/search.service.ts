import type { SearchHit, SearchPage } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { inboxRowFor } from '../handoff/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { excerptAround } from './core/excerpt-around.js';
import { wantedTerms } from './core/search-terms.js';
import { type FoundConversation, SearchRepository } from './search.repository.js';
import { SearchIndex } from './search-index.service.js';
import type { SearchQuery } from './search-query.schema.js';

/** How long a search may read on before it answers with what is there. */
const CATCH_UP_MS = 1_500;

/** Finds conversations of the agent's own workspace, latest first. */
@Injectable()
export class Search {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(SearchRepository) private readonly repository: SearchRepository,
    @Inject(SearchIndex) private readonly index: SearchIndex,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  async find(agent: AgentPrincipal, query: SearchQuery): Promise<SearchPage> {
    const { workspaceId } = agent;
    const unread = await this.index.catchUp(workspaceId, CATCH_UP_MS);
    const terms = wantedTerms(query.q);
    if (terms.length === 0) return { hits: [], next: null, unread };
    const found = await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      // Reading everybody's conversations leaves a trace; what was looked for may name people and does not.
      const act = { actor: agent.id, action: 'conversation.search', object: workspaceId, reason: null };
      await this.audit.record(tx, workspaceId, act);
      const asked = { ...query, terms, me: agent.id, limit: query.limit + 1 };
      return this.repository.find(tx, workspaceId, asked);
    });
    const page = found.slice(0, query.limit);
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      hits: page.map((each) => toHit(each, terms, agent.id)),
      next: last ? `${new Date(last.row.lastAt).toISOString()},${last.row.conversationId}` : null,
      unread,
    };
  }
}

function toHit(found: FoundConversation, terms: readonly string[], me: string): SearchHit {
  const row = inboxRowFor(found.row, me);
  const { messageId, text, at, from } = found;
  if (!messageId || text === null || !at || !from) return { row, message: null };
  return { row, message: { messageId, at: at.toISOString(), from, ...excerptAround(text, terms) } };
}
