import type { SiteId, VerifiedIdentity, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { VisitorPrincipal } from './principals.js';

/** How a session came to know who its visitor is. */
export interface SessionProof {
  readonly kid: string;
  readonly until: Date;
}

const PRINCIPAL = `s.workspace_id AS "workspaceId", s.site_id AS "siteId", s.visitor_id AS "visitorId",
  s.token_hash AS "tokenHash", s.verified_until AS "verifiedUntil"`;
const LIVE = 's.revoked_at IS NULL AND (s.verified_until IS NULL OR s.verified_until > now())';

@Injectable()
export class VisitorSessionsRepository {
  /** For the system role: a token is all that a handshake names. Revoked ones, and those whose proof has run out, are not found. */
  async findByHash(tx: Transaction, tokenHash: string): Promise<VisitorPrincipal | null> {
    const rows = await tx.query<VisitorPrincipal>(
      `SELECT ${PRINCIPAL} FROM visitor_session s WHERE s.token_hash = $1 AND ${LIVE}`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  /** For the system role: which of these sessions still stand. */
  async listLive(tx: Transaction, tokenHashes: readonly string[]): Promise<readonly string[]> {
    const rows = await tx.query<{ tokenHash: string }>(
      `SELECT s.token_hash AS "tokenHash" FROM visitor_session s WHERE s.token_hash = ANY($1) AND ${LIVE}`,
      [tokenHashes],
    );
    return rows.map(({ tokenHash }) => tokenHash);
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

  async insertSession(
    tx: Transaction,
    principal: Omit<VisitorPrincipal, 'verifiedUntil'>,
    proof: SessionProof | null,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO visitor_session (workspace_id, token_hash, visitor_id, site_id, verified_until, identity_kid)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        principal.workspaceId,
        principal.tokenHash,
        principal.visitorId,
        principal.siteId,
        proof?.until.toISOString() ?? null,
        proof?.kid ?? null,
      ],
    );
  }

  /** A later proof of the same visitor never shortens what an earlier one gave. */
  async prolong(
    tx: Transaction,
    workspaceId: WorkspaceId,
    tokenHash: string,
    proof: SessionProof,
  ): Promise<Date> {
    const rows = await tx.query<{ until: Date }>(
      `UPDATE visitor_session SET verified_until = greatest(verified_until, $3), identity_kid = $4
       WHERE workspace_id = $1 AND token_hash = $2 RETURNING verified_until AS until`,
      [workspaceId, tokenHash, proof.until.toISOString(), proof.kid],
    );
    return rows[0]?.until ?? proof.until;
  }

  async revoke(tx: Transaction, workspaceId: WorkspaceId, tokenHash: string): Promise<readonly string[]> {
    return this.ended(
      tx,
      `UPDATE visitor_session SET revoked_at = now()
       WHERE workspace_id = $1 AND token_hash = $2 AND revoked_at IS NULL RETURNING token_hash AS "tokenHash"`,
      [workspaceId, tokenHash],
    );
  }

  /** The sessions that knew the visitor before anybody had signed who that is: one of them may have been planted. */
  async revokeUnproven(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
  ): Promise<readonly string[]> {
    return this.ended(
      tx,
      `UPDATE visitor_session SET revoked_at = now() WHERE workspace_id = $1 AND visitor_id = $2
         AND verified_until IS NULL AND revoked_at IS NULL RETURNING token_hash AS "tokenHash"`,
      [workspaceId, visitorId],
    );
  }

  async revokeOfKey(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    kid: string,
  ): Promise<readonly string[]> {
    return this.ended(
      tx,
      `UPDATE visitor_session SET revoked_at = now() WHERE workspace_id = $1 AND site_id = $2
         AND identity_kid = $3 AND revoked_at IS NULL RETURNING token_hash AS "tokenHash"`,
      [workspaceId, siteId, kid],
    );
  }

  /** One at a time for a subject, so that two tabs that sign in at once do not make two visitors. */
  async lockSubject(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    subject: string,
  ): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `visitor subject ${workspaceId} ${siteId} ${subject}`,
    ]);
  }

  async findBySubject(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    subject: string,
  ): Promise<VisitorId | null> {
    const rows = await tx.query<{ id: VisitorId }>(
      'SELECT id FROM visitor WHERE workspace_id = $1 AND site_id = $2 AND subject = $3',
      [workspaceId, siteId, subject],
    );
    return rows[0]?.id ?? null;
  }

  /** False when the visitor is somebody already. */
  async claimVisitor(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    subject: string,
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE visitor SET subject = $3 WHERE workspace_id = $1 AND id = $2 AND subject IS NULL RETURNING id`,
      [workspaceId, visitorId, subject],
    );
    return rows.length === 1;
  }

  async saveIdentity(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    identity: VerifiedIdentity,
  ): Promise<void> {
    await tx.query('UPDATE visitor SET identity = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      visitorId,
      JSON.stringify(identity),
    ]);
  }

  async getIdentity(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
  ): Promise<VerifiedIdentity | null> {
    const rows = await tx.query<{ identity: VerifiedIdentity | null }>(
      'SELECT identity FROM visitor WHERE workspace_id = $1 AND id = $2',
      [workspaceId, visitorId],
    );
    return rows[0]?.identity ?? null;
  }

  /** Notes the use of a signed identity and says when it was used first. Forgets those that have run out anyway. */
  async noteUse(
    tx: Transaction,
    workspaceId: WorkspaceId,
    tokenHash: string,
    expiresAt: Date,
  ): Promise<{ readonly secondsAgo: number }> {
    await tx.query(
      `DELETE FROM identity_use WHERE workspace_id = $1 AND expires_at < now() - interval '1 hour'`,
      [workspaceId],
    );
    const rows = await tx.query<{ secondsAgo: number }>(
      `INSERT INTO identity_use (workspace_id, token_hash, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT (workspace_id, token_hash) DO UPDATE SET expires_at = excluded.expires_at
       RETURNING extract(epoch FROM now() - first_used_at)::float AS "secondsAgo"`,
      [workspaceId, tokenHash, expiresAt.toISOString()],
    );
    return rows[0] ?? { secondsAgo: 0 };
  }

  private async ended(tx: Transaction, sql: string, values: readonly unknown[]): Promise<readonly string[]> {
    return (await tx.query<{ tokenHash: string }>(sql, values)).map(({ tokenHash }) => tokenHash);
  }
}
