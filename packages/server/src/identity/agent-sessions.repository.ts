import type { AgentId, AgentRole, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { AgentPrincipal } from './principals.js';

export interface SignInCandidate {
  readonly workspaceId: WorkspaceId;
  readonly id: AgentId;
  readonly passwordHash: string | null;
}

const PRINCIPAL = `a.workspace_id AS "workspaceId", a.id, a.name, a.email, a.role, s.token_hash AS "sessionHash"`;

@Injectable()
export class AgentSessionsRepository {
  /** For the system role: one address may belong to people of several workspaces. */
  async listByEmail(tx: Transaction, email: string): Promise<readonly SignInCandidate[]> {
    return tx.query<SignInCandidate>(
      `SELECT workspace_id AS "workspaceId", id, password_hash AS "passwordHash" FROM agent
       WHERE email = $1 ORDER BY created_at LIMIT 5`,
      [email],
    );
  }

  /** For the system role. Expired and revoked sessions are not found. */
  async findBySessionHash(tx: Transaction, hash: string): Promise<AgentPrincipal | null> {
    const rows = await tx.query<AgentPrincipal>(
      `SELECT ${PRINCIPAL} FROM agent_session s JOIN agent a ON a.workspace_id = s.workspace_id AND a.id = s.agent_id
       WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
      [hash],
    );
    return rows[0] ?? null;
  }

  /** For the system role. */
  async listCurrent(tx: Transaction, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ hash: string }>(
      `SELECT token_hash AS hash FROM agent_session
       WHERE token_hash = ANY($1) AND revoked_at IS NULL AND expires_at > now()`,
      [hashes],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  async insertAgent(
    tx: Transaction,
    workspaceId: WorkspaceId,
    agent: {
      readonly id: AgentId;
      readonly name: string;
      readonly email: string;
      readonly role: AgentRole;
      readonly passwordHash: string | null;
    },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO agent (workspace_id, id, name, email, role, password_hash) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (workspace_id, email) DO NOTHING RETURNING id`,
      [workspaceId, agent.id, agent.name, agent.email, agent.role, agent.passwordHash],
    );
    return rows.length === 1;
  }

  async insertSession(
    tx: Transaction,
    workspaceId: WorkspaceId,
    agentId: AgentId,
    hash: string,
    hours: number,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO agent_session (workspace_id, token_hash, agent_id, expires_at)
       VALUES ($1, $2, $3, now() + $4 * interval '1 hour')`,
      [workspaceId, hash, agentId, hours],
    );
  }

  async revokeSession(tx: Transaction, workspaceId: WorkspaceId, hash: string): Promise<void> {
    await tx.query(
      'UPDATE agent_session SET revoked_at = now() WHERE workspace_id = $1 AND token_hash = $2',
      [workspaceId, hash],
    );
  }

  async insertLink(
    tx: Transaction,
    workspaceId: WorkspaceId,
    agentId: AgentId,
    hash: string,
    minutes: number,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sign_in_link (workspace_id, token_hash, agent_id, expires_at)
       VALUES ($1, $2, $3, now() + $4 * interval '1 minute')`,
      [workspaceId, hash, agentId, minutes],
    );
  }

  /** For the system role: which workspace a link or ticket belongs to. */
  async findWorkspaceOf(
    tx: Transaction,
    kind: 'sign_in_link' | 'socket_ticket',
    hash: string,
  ): Promise<WorkspaceId | null> {
    const sql =
      kind === 'sign_in_link'
        ? 'SELECT workspace_id AS "workspaceId" FROM sign_in_link WHERE token_hash = $1'
        : 'SELECT workspace_id AS "workspaceId" FROM socket_ticket WHERE ticket_hash = $1';
    const rows = await tx.query<{ workspaceId: WorkspaceId }>(sql, [hash]);
    return rows[0]?.workspaceId ?? null;
  }

  /** Uses the link up; the second of two racing uses finds nothing. */
  async useLink(tx: Transaction, workspaceId: WorkspaceId, hash: string): Promise<AgentId | null> {
    const rows = await tx.query<{ agentId: AgentId }>(
      `UPDATE sign_in_link SET used_at = now()
       WHERE workspace_id = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > now()
       RETURNING agent_id AS "agentId"`,
      [workspaceId, hash],
    );
    return rows[0]?.agentId ?? null;
  }

  async insertTicket(tx: Transaction, agent: AgentPrincipal, hash: string, seconds: number): Promise<void> {
    await tx.query(
      `INSERT INTO socket_ticket (workspace_id, ticket_hash, agent_id, session_hash, expires_at)
       VALUES ($1, $2, $3, $4, now() + $5 * interval '1 second')`,
      [agent.workspaceId, hash, agent.id, agent.sessionHash, seconds],
    );
  }

  /** Uses the ticket up and answers with the hash of the session that it stands for. */
  async useTicket(tx: Transaction, workspaceId: WorkspaceId, hash: string): Promise<string | null> {
    const rows = await tx.query<{ sessionHash: string }>(
      `UPDATE socket_ticket SET used_at = now()
       WHERE workspace_id = $1 AND ticket_hash = $2 AND used_at IS NULL AND expires_at > now()
       RETURNING session_hash AS "sessionHash"`,
      [workspaceId, hash],
    );
    return rows[0]?.sessionHash ?? null;
  }
}
