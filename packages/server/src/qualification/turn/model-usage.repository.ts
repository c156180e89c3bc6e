import type { ConversationId, TurnId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** One call of a model, as it is booked. */
export interface BookedCall {
  readonly conversationId: ConversationId;
  readonly visitorId: VisitorId;
  readonly turnId: TurnId;
  readonly lane: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The endpoint counted; otherwise it is our estimate. */
  readonly counted: boolean;
  readonly failure: string | null;
  readonly at: Date;
}

/** Tokens used so far, within the three spaces that have a budget. Days are those of UTC. */
export interface TokensUsed {
  readonly conversation: number;
  readonly visitorToday: number;
  readonly workspaceToday: number;
}

/** In `model_usage_day`, the line of the whole workspace. */
const EVERYBODY = '';

@Injectable()
export class ModelUsageRepository {
  /** The call itself, and the three sums that the budgets are compared with. */
  async add(tx: Transaction, workspaceId: WorkspaceId, call: BookedCall): Promise<void> {
    const tokens = call.inputTokens + call.outputTokens;
    const day = call.at.toISOString().slice(0, 10);
    await tx.query(
      `WITH booked AS (
         INSERT INTO model_call (workspace_id, conversation_id, turn_id, lane, model, input_tokens, output_tokens, counted, failure, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ), conversation_sum AS (
         INSERT INTO model_usage (workspace_id, conversation_id, tokens) VALUES ($1, $2, $11)
         ON CONFLICT (workspace_id, conversation_id) DO UPDATE SET tokens = model_usage.tokens + excluded.tokens
       )
       INSERT INTO model_usage_day (workspace_id, day, visitor_id, tokens)
       VALUES ($1, $12, $13, $11), ($1, $12, $14, $11)
       ON CONFLICT (workspace_id, day, visitor_id) DO UPDATE SET tokens = model_usage_day.tokens + excluded.tokens`,
      [
        workspaceId,
        call.conversationId,
        call.turnId,
        call.lane,
        call.model,
        call.inputTokens,
        call.outputTokens,
        call.counted,
        call.failure,
        call.at.toISOString(),
        tokens,
        day,
        // In one order for everybody, so that two calls never wait for each other in a circle.
        EVERYBODY,
        call.visitorId,
      ],
    );
  }

  async used(
    tx: Transaction,
    workspaceId: WorkspaceId,
    of: { readonly id: ConversationId; readonly visitorId: VisitorId },
    now: Date,
  ): Promise<TokensUsed> {
    const rows = await tx.query<TokensUsed>(
      `SELECT
         coalesce((SELECT tokens FROM model_usage WHERE workspace_id = $1 AND conversation_id = $2), 0)::float8 AS "conversation",
         coalesce((SELECT tokens FROM model_usage_day WHERE workspace_id = $1 AND day = $4 AND visitor_id = $3), 0)::float8 AS "visitorToday",
         coalesce((SELECT tokens FROM model_usage_day WHERE workspace_id = $1 AND day = $4 AND visitor_id = $5), 0)::float8 AS "workspaceToday"`,
      [workspaceId, of.id, of.visitorId, now.toISOString().slice(0, 10), EVERYBODY],
    );
    return rows[0] ?? { conversation: 0, visitorToday: 0, workspaceToday: 0 };
  }
}
