import type { SiteId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** What the safety gate needs to know from outside the log. */
export interface TurnFacts {
  readonly automationPaused: boolean;
  readonly doNotContact: boolean;
}

@Injectable()
export class TurnFactsRepository {
  async read(
    tx: Transaction,
    workspaceId: WorkspaceId,
    of: { readonly siteId: SiteId; readonly visitorId: VisitorId },
  ): Promise<TurnFacts> {
    const rows = await tx.query<TurnFacts>(
      `SELECT
         coalesce((SELECT s.automation_paused OR w.automation_paused FROM site s
           JOIN workspace w ON w.workspace_id = s.workspace_id WHERE s.workspace_id = $1 AND s.id = $2), true) AS "automationPaused",
         coalesce((SELECT do_not_contact FROM visitor WHERE workspace_id = $1 AND id = $3), false) AS "doNotContact"`,
      [workspaceId, of.siteId, of.visitorId],
    );
    const facts = rows[0];
    if (!facts) throw new Error('a query without a FROM answers one row');
    return facts;
  }

  /** Remembers an opt-out beyond the conversation in which it was said. */
  async forbidContact(tx: Transaction, workspaceId: WorkspaceId, visitorId: VisitorId): Promise<void> {
    await tx.query('UPDATE visitor SET do_not_contact = true WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      visitorId,
    ]);
  }
}
