import type { WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { AuditLine, ChainedLine } from './chain.js';
import { GENESIS } from './chain.js';

interface Row {
  readonly seq: string;
  readonly entry: AuditLine;
  readonly prev: string;
  readonly hash: string;
}

@Injectable()
export class AuditTrailRepository {
  /** The end of the chain, locked until the transaction ends: entries of one workspace queue up here. */
  async lockHead(
    tx: Transaction,
    workspaceId: WorkspaceId,
  ): Promise<{ readonly seq: number; readonly hash: string }> {
    await tx.query(
      'INSERT INTO audit_head (workspace_id, seq, hash) VALUES ($1, 0, $2) ON CONFLICT (workspace_id) DO NOTHING',
      [workspaceId, GENESIS],
    );
    const rows = await tx.query<{ seq: string; hash: string }>(
      'SELECT seq, hash FROM audit_head WHERE workspace_id = $1 FOR UPDATE',
      [workspaceId],
    );
    const [head] = rows;
    if (!head) throw new Error('the head of the audit trail has just been made');
    return { seq: Number(head.seq), hash: head.hash };
  }

  async append(
    tx: Transaction,
    workspaceId: WorkspaceId,
    { seq, entry, prev, hash }: ChainedLine,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO audit_entry (workspace_id, seq, entry, prev, hash) VALUES ($1, $2, $3, $4, $5)',
      [workspaceId, seq, JSON.stringify(entry), prev, hash],
    );
    await tx.query('UPDATE audit_head SET seq = $2, hash = $3 WHERE workspace_id = $1', [
      workspaceId,
      seq,
      hash,
    ]);
  }

  async list(
    tx: Transaction,
    workspaceId: WorkspaceId,
    after: number,
    limit: number,
  ): Promise<readonly ChainedLine[]> {
    const rows = await tx.query<Row>(
      'SELECT seq, entry, prev, hash FROM audit_entry WHERE workspace_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [workspaceId, after, limit],
    );
    return rows.map(({ seq, ...rest }) => ({ ...rest, seq: Number(seq) }));
  }
}
