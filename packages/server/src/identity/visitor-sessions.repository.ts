import type { SiteId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { VisitorPrincipal } from './principals.js';

@Injectable()
export class VisitorSessionsRepository {
  /** For the system role: a token is all that a handshake names. Revoked ones are not found. */
  async findByHash(tx: Transaction, tokenHash: string): Promise<VisitorPrincipal | null> {
    const rows = await tx.query<VisitorPrincipal>(
      `SELECT workspace_id AS "workspaceId", site_id AS "siteId", visitor_id AS "visitorId"
       FROM visitor_session WHERE token_hash = $1 AND revoked_at IS NULL`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  async insertVisitor(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    id: VisitorId,
  ): Promise<void> {
    await tx.query('INSERT INTO visitor (workspace_id, id, site_id) VALUES ($1, $2, $3)', [
      workspaceId,
      id,
      siteId,
    ]);
  }

  async insertSession(tx: Transaction, principal: VisitorPrincipal, tokenHash: string): Promise<void> {
    await tx.query(
      'INSERT INTO visitor_session (workspace_id, token_hash, visitor_id, site_id) VALUES ($1, $2, $3, $4)',
      [principal.workspaceId, tokenHash, principal.visitorId, principal.siteId],
    );
  }
}
