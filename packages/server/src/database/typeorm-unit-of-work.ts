import type { WorkspaceId } from '@baton/shared-types';
import { escapeLiteral } from 'pg';
import type { DataSource } from 'typeorm';
import { assert } from '../kernel/assert.js';
import { OperationalError } from '../kernel/errors.js';
import { FairSlots } from '../kernel/fair-slots.js';
import { PipelinedConnection } from './pipelined-connection.js';
import { poolOf } from './pool-of.js';
import type { Transaction, UnitOfWork } from './unit-of-work.js';

/** Serialization failure and deadlock: the database asks to try again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
/** Connection lost, shutting down, too many connections, lock or statement timeout, read-only, disk full. */
const SURROUNDINGS = /^(08|53|57|55P03|25006|58)/;
const CLIENT_ID_KEY = 'conversation_event_client_id';
const ATTEMPTS = 3;
/** How long a transaction waits for a connection. */
const WAIT_MS = 5_000;
/** The part of the connections that one workspace leaves to the others, however much it has to do. */
const KEPT_FREE = 1 / 6;

/** The pool, and who may borrow from it next. */
interface Connections {
  readonly source: DataSource;
  readonly slots: FairSlots<string>;
}

/** How a transaction begins. */
interface Beginning {
  readonly role: 'baton_app' | 'baton_system';
  readonly workspaceId: WorkspaceId | '';
  readonly access: 'READ WRITE' | 'READ ONLY';
}

/**
 * The unit of work on the connections of TypeORM's pool. Workspaces take turns at them: one that has a thousand
 * transactions to do delays its own, and those of the others by one at most.
 */
export function createUnitOfWork(source: DataSource): UnitOfWork {
  const { max } = poolOf(source).options;
  const perKey = Math.max(1, Math.floor(max * (1 - KEPT_FREE)));
  const connections: Connections = {
    source,
    slots: new FairSlots({ total: max, perKey, waitingPerKey: null }),
  };
  const write = { access: 'READ WRITE' } as const;
  const read = { access: 'READ ONLY' } as const;
  const app = (workspaceId: WorkspaceId) => ({ role: 'baton_app', workspaceId }) as const;
  const system = { role: 'baton_system', workspaceId: '' } as const;
  return {
    inWorkspace: (id, work) => withRetries(() => run(connections, { ...app(id), ...write }, work)),
    acrossWorkspaces: (work) => withRetries(() => run(connections, { ...system, ...write }, work)),
    readInWorkspace: (id, work) => withRetries(() => run(connections, { ...app(id), ...read }, work)),
    readAcrossWorkspaces: (work) => withRetries(() => run(connections, { ...system, ...read }, work)),
  };
}

async function run<T>(
  connections: Connections,
  beginning: Beginning,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await borrow(connections, beginning.workspaceId);
  let begun: Promise<string> | null = null;
  let isOver = false;
  const owed: Promise<unknown>[] = [];
  const tx: Transaction = {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      // Work that goes on after its transaction would write into the next borrower's.
      if (isOver) throw new Error('the transaction is over');
      // Sent together with the first statement, which would find no workspace if this failed, and fail too.
      begun ??= connection.command(begin(beginning));
      const [rows] = await Promise.all([connection.query<Row>(sql, parameters), begun]);
      return rows;
    },
    execute: (sql, parameters = []) => {
      const sent = tx.query(sql, parameters);
      // Looked at behind COMMIT; until then its failure must not end the process.
      sent.catch(() => undefined);
      owed.push(sent);
    },
  };
  try {
    const result = await work(tx);
    isOver = true;
    const committed = begun === null ? Promise.resolve('COMMIT') : connection.command('COMMIT');
    if (beginning.access === 'READ ONLY') {
      committed.catch(() => undefined).finally(() => connection.release());
      return result;
    }
    committed.catch(() => undefined);
    await Promise.all(owed);
    // A transaction in which a statement has failed answers COMMIT with ROLLBACK, and not with an error.
    if ((await committed) !== 'COMMIT') throw new Error('a statement of this transaction has failed');
    connection.release();
    return result;
  } catch (thrown) {
    isOver = true;
    if (begun !== null) await connection.command('ROLLBACK').catch(() => undefined);
    connection.release();
    throw thrown;
  }
}

/** LOCAL: all of it ends with this transaction, and the next borrower of the connection starts clean. */
function begin({ role, workspaceId, access }: Beginning): string {
  const workspace = escapeLiteral(workspaceId);
  return `BEGIN ${access}; SET LOCAL ROLE ${role}; SET LOCAL baton.workspace_id = ${workspace}`;
}

async function borrow({ source, slots }: Connections, workspaceId: string): Promise<PipelinedConnection> {
  const slot = slots.enter(workspaceId);
  assert(slot, 'as many wait as come');
  try {
    await within(WAIT_MS, slot.granted);
    const client = await poolOf(source).connect();
    return new PipelinedConnection(client, (failure) => {
      client.release(failure);
      slot.leave();
    });
  } catch (thrown) {
    slot.leave();
    throw thrown;
  }
}

function within(ms: number, granted: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new OperationalError('unavailable')), ms);
    void granted.then(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}

async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      const code = databaseCode(thrown);
      const mayPass = (code !== null && TRY_AGAIN.has(code)) || isRace(thrown);
      if (mayPass && round < ATTEMPTS) continue;
      if (code !== null && (TRY_AGAIN.has(code) || SURROUNDINGS.test(code))) {
        throw new OperationalError('unavailable', [], { cause: thrown });
      }
      throw thrown;
    }
  }
}

/** True for a failure of the database or the way to it; false for one that a single statement may have caused. */
export function concernsEverybody(thrown: unknown): boolean {
  const code = databaseCode(thrown instanceof OperationalError ? thrown.cause : thrown);
  return code !== null && /^(08|53|57P|58|25006)/.test(code);
}

/** Two connections wrote the same client id at once: the loser looks again and finds the winner's event. */
function isRace(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'constraint' in thrown &&
    thrown.constraint === CLIENT_ID_KEY
  );
}

/** SQLSTATE or node's connection code of a failed query; null for anything else. */
function databaseCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  if ('code' in thrown && typeof thrown.code === 'string') {
    return /^(ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(thrown.code) ? '08006' : thrown.code;
  }
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/.test(
    thrown.message,
  )
    ? '08006'
    : null;
}
