import type { ConversationId, LogEvent, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { ConversationFacts } from './core/fold-facts.js';

export interface BehindFacts {
  readonly conversationId: ConversationId;
  readonly head: number;
  readonly readTo: number;
  /** What has been folded so far; null when all is to be read anew. */
  readonly facts: ConversationFacts | null;
}

const BEHIND = `FROM conversation c
  LEFT JOIN conversation_facts f ON f.workspace_id = c.workspace_id AND f.conversation_id = c.id AND f.version = $2
  WHERE c.workspace_id = $1 AND c.head > coalesce(f.head, 0)`;

@Injectable()
export class FactsRepository {
  async lock(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('facts ' || $1, 0))`, [workspaceId]);
  }

  async listBehind(
    tx: Transaction,
    workspaceId: WorkspaceId,
    version: number,
    limit: number,
  ): Promise<readonly BehindFacts[]> {
    return tx.query<BehindFacts>(
      `SELECT c.id AS "conversationId", c.head, coalesce(f.head, 0) AS "readTo", f.facts ${BEHIND}
       ORDER BY c.updated_at DESC LIMIT $3`,
      [workspaceId, version, limit],
    );
  }

  async countBehind(tx: Transaction, workspaceId: WorkspaceId, version: number): Promise<number> {
    const rows = await tx.query<{ count: number }>(`SELECT count(*)::int AS count ${BEHIND}`, [
      workspaceId,
      version,
    ]);
    return rows[0]?.count ?? 0;
  }

  async eventsAfter(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    after: number,
  ): Promise<readonly LogEvent[]> {
    return tx.query<LogEvent>(
      `SELECT id, conversation_id AS "conversationId", seq, type, schema_version AS "schemaVersion",
         to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, actor, audience, epoch,
         client_id AS "clientId", data
       FROM conversation_event WHERE workspace_id = $1 AND conversation_id = $2 AND seq > $3 ORDER BY seq`,
      [workspaceId, conversationId, after],
    );
  }

  async save(
    tx: Transaction,
    workspaceId: WorkspaceId,
    read: {
      readonly conversationId: ConversationId;
      readonly head: number;
      readonly version: number;
      readonly facts: ConversationFacts;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO conversation_facts (workspace_id, conversation_id, head, version, started_at, facts)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (workspace_id, conversation_id) DO UPDATE
       SET head = excluded.head, version = excluded.version, started_at = excluded.started_at, facts = excluded.facts`,
      [
        workspaceId,
        read.conversationId,
        read.head,
        read.version,
        read.facts.firstLineAt,
        JSON.stringify(read.facts),
      ],
    );
  }
}
