import type { SiteId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

export interface GreetingCount {
  readonly key: string;
  readonly times: number;
}

@Injectable()
export class GreetingsRepository {
  /** One more, on the day of that instant (UTC). */
  async count(
    tx: Transaction,
    site: { readonly workspaceId: WorkspaceId; readonly id: SiteId },
    key: string,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO greeting_shown (workspace_id, site_id, key, shown_on, times)
       VALUES ($1, $2, $3, ($4::timestamptz AT TIME ZONE 'UTC')::date, 1)
       ON CONFLICT (workspace_id, site_id, key, shown_on) DO UPDATE SET times = greeting_shown.times + 1`,
      [site.workspaceId, site.id, key, at],
    );
  }

  async listCounts(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    since: Date,
  ): Promise<readonly GreetingCount[]> {
    return tx.query<GreetingCount>(
      `SELECT key, sum(times)::int AS times FROM greeting_shown
       WHERE workspace_id = $1 AND site_id = $2 AND shown_on >= ($3::timestamptz AT TIME ZONE 'UTC')::date
       GROUP BY key ORDER BY key`,
      [workspaceId, siteId, since],
    );
  }
}
