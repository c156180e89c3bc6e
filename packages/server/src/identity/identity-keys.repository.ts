import type { SiteId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** The algorithms that an identity may be signed with; nothing else is ever tried. */
export const IDENTITY_ALGORITHMS = ['HS256', 'RS256', 'ES256'] as const;
export type IdentityAlgorithm = (typeof IDENTITY_ALGORITHMS)[number];

export interface IdentityKey {
  readonly kid: string;
  readonly algorithm: IdentityAlgorithm;
  /** Of HS256 the sealed secret, else the public key (SPKI, PEM). */
  readonly material: string;
  readonly createdAt: Date;
}

@Injectable()
export class IdentityKeysRepository {
  /** Keys that are not retired, oldest first. */
  async list(tx: Transaction, workspaceId: WorkspaceId, siteId: SiteId): Promise<readonly IdentityKey[]> {
    return tx.query<IdentityKey>(
      `SELECT kid, algorithm, material, created_at AS "createdAt" FROM site_identity_key
       WHERE workspace_id = $1 AND site_id = $2 AND retired_at IS NULL ORDER BY created_at, kid`,
      [workspaceId, siteId],
    );
  }

  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    key: Omit<IdentityKey, 'createdAt'>,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO site_identity_key (workspace_id, site_id, kid, algorithm, material) VALUES ($1, $2, $3, $4, $5)',
      [workspaceId, siteId, key.kid, key.algorithm, key.material],
    );
  }

  /** Retires a key and erases its secret. */
  async retire(tx: Transaction, workspaceId: WorkspaceId, siteId: SiteId, kid: string): Promise<void> {
    await tx.query(
      `UPDATE site_identity_key SET retired_at = now(), material = ''
       WHERE workspace_id = $1 AND site_id = $2 AND kid = $3 AND retired_at IS NULL`,
      [workspaceId, siteId, kid],
    );
  }

  async setEnforced(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId,
    enforced: boolean,
  ): Promise<void> {
    await tx.query('UPDATE site SET identity_enforced = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      siteId,
      enforced,
    ]);
  }
}
