import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { LogRow, LogSnapshot } from './history.js';

interface EventRow {
  readonly conv: string;
  readonly seq: number;
  readonly type: string;
  readonly actor: string;
  readonly cid: string | null;
  readonly at: Date;
  readonly data: {
    readonly messageId?: string;
    readonly text?: string;
    readonly turnId?: string | null;
    readonly decision?: {
      readonly turnId: string;
      readonly move: object | null;
      readonly inputs: { readonly messageIds: readonly string[] };
    };
  };
}

/** The log of one company straight from the tables of the embedded database, past server, client and policies. */
export async function readDatabase(databaseDirectory: string, workspace: string): Promise<LogSnapshot> {
  const t = Date.now();
  const rows = await query<EventRow>(
    databaseDirectory,
    `SELECT conversation_id AS conv, seq, type, actor->>'kind' AS actor, client_id AS cid, at, data
     FROM conversation_event JOIN workspace USING (workspace_id) WHERE slug = $1 ORDER BY conversation_id, seq`,
    [workspace],
  );
  return { t, rows: rows.map(toLogRow) };
}

/** Turns that the assistant still owes, in all companies. */
export async function countTurnsDue(databaseDirectory: string): Promise<number> {
  const rows = await query(databaseDirectory, 'SELECT 1 FROM conversation WHERE turn_due_at IS NOT NULL', []);
  return rows.length;
}

async function query<Row extends object>(
  databaseDirectory: string,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  // The running database names the directory of its socket in the fifth line of this file.
  const pidFile = readFileSync(path.join(databaseDirectory, 'postmaster.pid'), 'utf8');
  const client = new Client({ host: pidFile.split('\n')[4] ?? '', user: 'baton', database: 'postgres' });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

function toLogRow({ conv, seq, type, actor, cid, at, data }: EventRow): LogRow {
  return {
    conv,
    seq,
    type,
    actor,
    cid,
    at: at.getTime(),
    messageId: type === 'message.sent' ? (data.messageId ?? null) : null,
    text: data.text ?? null,
    turnId: data.decision?.turnId ?? data.turnId ?? null,
    answers: data.decision?.inputs.messageIds ?? [],
    speaks: data.decision !== undefined && data.decision.move !== null,
  };
}
