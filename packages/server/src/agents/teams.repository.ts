import type { AgentId, Team, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** What the company knows of a customer by the domain of their address. */
export interface Account {
  readonly domain: string;
  readonly status: 'customer' | 'prospect' | 'partner';
  readonly ownerId: AgentId | null;
}

@Injectable()
export class TeamsRepository {
  async list(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Team[]> {
    return tx.query<Team>(
      'SELECT key, name, choose, hours FROM team WHERE workspace_id = $1 ORDER BY name, key',
      [workspaceId],
    );
  }

  async save(tx: Transaction, workspaceId: WorkspaceId, { key, name, choose, hours }: Team): Promise<void> {
    await tx.query(
      `INSERT INTO team (workspace_id, key, name, choose, hours) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, key)
       DO UPDATE SET name = excluded.name, choose = excluded.choose, hours = excluded.hours`,
      [workspaceId, key, name, choose, hours ? JSON.stringify(hours) : null],
    );
  }

  async listAccounts(tx: Transaction, workspaceId: WorkspaceId, limit: number): Promise<readonly Account[]> {
    return tx.query<Account>(
      `SELECT domain, status, owner_id AS "ownerId" FROM account WHERE workspace_id = $1 ORDER BY domain LIMIT $2`,
      [workspaceId, limit],
    );
  }

  async findAccount(tx: Transaction, workspaceId: WorkspaceId, domain: string): Promise<Account | null> {
    const rows = await tx.query<Account>(
      `SELECT domain, status, owner_id AS "ownerId" FROM account WHERE workspace_id = $1 AND domain = $2`,
      [workspaceId, domain],
    );
    return rows[0] ?? null;
  }

  async saveAccount(
    tx: Transaction,
    workspaceId: WorkspaceId,
    { domain, status, ownerId }: Account,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO account (workspace_id, domain, status, owner_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (workspace_id, domain) DO UPDATE SET status = excluded.status, owner_id = excluded.owner_id`,
      [workspaceId, domain, status, ownerId],
    );
  }
}
