import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import type { LogRow } from '../history/line.ts';
import { type EventRow, toLogRow } from './log-rows.ts';

const EMBEDDED = new URL('../../../packages/server/dist/database/embedded/index.js', import.meta.url);
/** Rows of one page when the whole database is looked at in the end. */
const PAGE = 5_000;
/** For the harness's own questions: a connection each would cost the database more than all that it is asked. */
const OWN_CONNECTIONS = 3;

interface Embedded {
  startEmbeddedPostgres(options: {
    readonly dataDirectory: string;
    readonly log: (line: string) => void;
  }): Promise<{ readonly url: string; stop(): Promise<void> }>;
}

/** The PostgreSQL that the product brings, under a harness that may end it at any moment. */
export class Database {
  readonly directory: string;
  private running: { readonly url: string; stop(): Promise<void> } | null = null;
  private pool: Pool | null = null;

  constructor(folder: string) {
    this.directory = path.join(folder, 'postgres');
  }

  /** The file of its socket. */
  get socket(): string {
    return `${this.socketDirectory}/.s.PGSQL.5432`;
  }

  private get login() {
    return {
      host: this.socketDirectory,
      user: 'baton',
      database: 'postgres',
      options: '-c default_transaction_read_only=off',
    };
  }

  private get socketDirectory(): string {
    if (!this.running) throw new Error('the database does not run');
    return new URL(this.running.url).searchParams.get('host') ?? '';
  }

  async start(): Promise<void> {
    const { startEmbeddedPostgres } = (await import(EMBEDDED.href)) as Embedded;
    this.running = await startEmbeddedPostgres({ dataDirectory: this.directory, log: () => undefined });
    // What is left of an earlier run of it is cut off already.
    void this.pool?.end();
    // Who waits for a connection when that pool ends is never told: the time limit tells them.
    this.pool = new Pool({ ...this.login, max: OWN_CONNECTIONS, connectionTimeoutMillis: 5_000 });
    this.pool.on('error', () => undefined);
  }

  async stop(): Promise<void> {
    await this.pool?.end();
    this.pool = null;
    await this.running?.stop();
  }

  /** What `pg_ctl stop -m immediate` does: no checkpoint, no farewell. The next start replays the log. */
  async killImmediately(): Promise<void> {
    const pid = Number(readFileSync(path.join(this.directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await sleep(10);
  }

  async connect(): Promise<Client> {
    const client = new Client(this.login);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** One statement past server, proxy and policies; rejects when the database is away or cuts the connection. */
  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    if (!this.pool) throw new Error('the database does not run');
    return (await this.pool.query<Row>(sql, [...values])).rows;
  }

  async readLog(conversationId: string): Promise<readonly LogRow[]> {
    const rows = await this.query<EventRow>(
      `SELECT seq, id, type, actor, audience, epoch, client_id AS cid, at, data FROM conversation_event
       WHERE conversation_id = $1 ORDER BY seq`,
      [conversationId],
    );
    return rows.map(toLogRow);
  }

  /** The conversations of a visitor, oldest first, with what they still owe. */
  listConversations(visitorId: string) {
    return this.query<{ conv: string; head: number; due: boolean; owner: string; status: string }>(
      `SELECT id AS conv, head, turn_due_at IS NOT NULL AS due, owner->>'kind' AS owner, status
       FROM conversation WHERE visitor_id = $1 ORDER BY created_at, id`,
      [visitorId],
    );
  }

  /** Every conversation's places and ids, a page at a time. */
  async *digests(): AsyncGenerator<{
    readonly conv: string;
    readonly rows: number;
    readonly digest: string;
  }> {
    const client = await this.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        'DECLARE everything CURSOR FOR SELECT conversation_id AS conv, seq, id FROM conversation_event ORDER BY conversation_id, seq',
      );
      let conv = '';
      let parts: string[] = [];
      const closed = () => ({ conv, rows: parts.length, digest: md5(parts.join(',')) });
      for (;;) {
        const { rows } = await client.query<{ conv: string; seq: number; id: string }>(
          `FETCH ${PAGE} FROM everything`,
        );
        for (const row of rows) {
          if (row.conv !== conv && parts.length > 0) yield closed();
          if (row.conv !== conv) parts = [];
          conv = row.conv;
          parts.push(`${row.seq}:${row.id}`);
        }
        if (rows.length < PAGE) break;
      }
      if (parts.length > 0) yield closed();
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
