import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

@Injectable()
export class LeadLedgerRepository {
  /** The latest conversations in which a contact detail may have appeared: an at sign, or a contact slot that changed. */
  async conversationsWithContact(
    tx: Transaction,
    workspaceId: WorkspaceId,
    contact: readonly string[],
    limit: number,
  ): Promise<readonly { readonly id: ConversationId; readonly lastAt: Date }[]> {
    return tx.query<{ id: ConversationId; lastAt: Date }>(
      `SELECT id, updated_at AS "lastAt" FROM conversation
       WHERE workspace_id = $1 AND EXISTS (
         SELECT FROM conversation_event
         WHERE conversation_event.workspace_id = $1 AND conversation_id = conversation.id
         AND (type = 'message.sent' AND actor->>'kind' = 'visitor' AND data->>'text' ~* '@|[[:space:]]at[[:space:]]|\\(at\\)|\\[at\\]'
           OR type LIKE 'slot.%' AND data->'slot'->>'key' = ANY($2))
       )
       ORDER BY id DESC LIMIT $3`,
      [workspaceId, contact, limit],
    );
  }
}
