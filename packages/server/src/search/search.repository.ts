import type { InboxRow, MessageId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { StoredInboxRow } from '../handoff/index.js';
import type { SearchQuery } from './search-query.schema.js';

export interface FoundConversation {
  readonly row: StoredInboxRow;
  /** Null in all four when only the label holds the words. */
  readonly messageId: MessageId | null;
  readonly text: string | null;
  readonly at: Date | null;
  readonly from: InboxRow['lastFrom'] | null;
}

export interface TermQuery extends Omit<SearchQuery, 'q'> {
  readonly terms: readonly string[];
  readonly me: string;
}

/** Follows every text that begins with the same characters. */
const LAST_CHARACTER = '\u{10FFFF}';

@Injectable()
export class SearchRepository {
  /** Conversations that hold every term, latest first, beginning after `after`. */
  async find(
    tx: Transaction,
    workspaceId: WorkspaceId,
    query: TermQuery,
  ): Promise<readonly FoundConversation[]> {
    const [lastAt, lastId] = query.after?.split(',') ?? [];
    const lists = query.terms.map((_, place) => {
      const from = 11 + place * 2;
      return `SELECT conversation_id, max(seq) AS seq FROM search_posting
        WHERE workspace_id = $1 AND term >= $${from} AND term < $${from + 1} GROUP BY conversation_id`;
    });
    return tx.query<FoundConversation>(
      `WITH wanted AS (
         SELECT conversation_id, max(seq) AS seq FROM (${lists.join(' UNION ALL ')}) each
         GROUP BY conversation_id HAVING count(*) = $2),
       page AS (
         SELECT r.conversation_id, r.row, r.last_at, wanted.seq FROM wanted
         JOIN inbox_row r ON r.workspace_id = $1 AND r.conversation_id = wanted.conversation_id
         WHERE ($3::text IS NULL OR r.status = $3)
           AND ($4::text IS NULL OR CASE WHEN $4 = 'me' THEN r.row->'owner'->>'id' = $5 ELSE r.row->'owner'->>'kind' = $4 END)
           AND ($6::text IS NULL OR r.row->>'tier' = $6)
           AND ($7::text IS NULL OR r.row->>'verdict' = $7)
           AND ($8::text IS NULL OR r.row->>'siteName' = $8)
           AND ($9::timestamptz IS NULL OR (date_trunc('milliseconds', r.last_at), r.conversation_id) < ($9, $10::text))
         ORDER BY date_trunc('milliseconds', r.last_at) DESC, r.conversation_id DESC LIMIT ${Math.trunc(query.limit)})
       SELECT page.row, e.data->>'messageId' AS "messageId", e.data->>'text' AS text, e.at, e.actor->>'kind' AS "from"
       FROM page LEFT JOIN conversation_event e
         ON e.workspace_id = $1 AND e.conversation_id = page.conversation_id AND e.seq = page.seq AND e.type = 'message.sent'
       ORDER BY date_trunc('milliseconds', page.last_at) DESC, page.conversation_id DESC`,
      [
        workspaceId,
        query.terms.length,
        query.status ?? null,
        query.owner ?? null,
        query.me,
        query.tier ?? null,
        query.verdict ?? null,
        query.site ?? null,
        lastAt ?? null,
        lastId ?? null,
        ...query.terms.flatMap((term) => [term, `${term}${LAST_CHARACTER}`]),
      ],
    );
  }
}
