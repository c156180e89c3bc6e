import type { WorkspaceId } from '@baton/shared-types';
import {
  type DataSource,
  QueryFailedError,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
} from 'typeorm';
import { OperationalError } from '../kernel/errors.js';
import type { Transaction, UnitOfWork } from './unit-of-work.js';

/** Serialization failure and deadlock: the database asks to try again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
/** Connection lost, shutting down, too many connections, lock or statement timeout, read-only, disk full. */
const SURROUNDINGS = /^(08|53|57|55P03|25006|58)/;
const CLIENT_ID_KEY = 'conversation_event_client_id';
const ATTEMPTS = 3;

/** The unit of work on TypeORM's query runner. */
export function createUnitOfWork(source: DataSource): UnitOfWork {
  return {
    inWorkspace: (workspaceId, work) => withRetries(() => run(source, 'baton_app', workspaceId, work)),
    acrossWorkspaces: (work) => withRetries(() => run(source, 'baton_system', '', work)),
  };
}

async function run<T>(
  source: DataSource,
  role: 'baton_app' | 'baton_system',
  workspaceId: WorkspaceId | '',
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    // `true` = local to this transaction: the next borrower of the connection starts clean.
    await runner.query(`SELECT set_config('role', $1, true), set_config('baton.workspace_id', $2, true)`, [
      role,
      workspaceId,
    ]);
    const result = await work(transaction(runner));
    await runner.commitTransaction();
    return result;
  } catch (thrown) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw thrown;
  } finally {
    await runner.release();
  }
}

function transaction(runner: QueryRunner): Transaction {
  return {
    // Structured: TypeORM's plain result has another shape for UPDATE and DELETE than for SELECT.
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const result = await runner.query(sql, [...parameters], true);
      const rows: readonly Row[] = result.records;
      return rows;
    },
  };
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

/** Two connections wrote the same client id at once: the loser looks again and finds the winner's event. */
function isRace(thrown: unknown): boolean {
  const cause: unknown = thrown instanceof QueryFailedError ? thrown.driverError : thrown;
  return (
    typeof cause === 'object' && cause !== null && 'constraint' in cause && cause.constraint === CLIENT_ID_KEY
  );
}

/** SQLSTATE or node's connection code of a failed query; null for anything else. */
function databaseCode(thrown: unknown): string | null {
  // A connection that dies between two statements takes its runner with it.
  if (thrown instanceof QueryRunnerAlreadyReleasedError) return '08006';
  const cause: unknown = thrown instanceof QueryFailedError ? thrown.driverError : thrown;
  if (!(cause instanceof Error)) return null;
  if ('code' in cause && typeof cause.code === 'string') {
    return /^(ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(cause.code) ? '08006' : cause.code;
  }
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(
    cause.message,
  )
    ? '08006'
    : null;
}
