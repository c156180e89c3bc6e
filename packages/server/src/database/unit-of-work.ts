import type { WorkspaceId } from '@baton/shared-types';

/** One database transaction. Repositories take it as their first argument and see no driver behind it. */
export interface Transaction {
  /**
   * Rows as plain objects; `$1`-style parameters, primitives and JSON only. Statements that do not need each other's
   * rows can be asked for together (`Promise.all`): they are executed in that order and cost one round trip.
   */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * A last write, whose answer nobody needs before COMMIT: that is sent right behind it. The transaction still ends
   * only when the write has succeeded, and fails as the write does.
   */
  execute(sql: string, parameters?: readonly unknown[]): void;
}

/**
 * Where every read and write happens. In a workspace, work runs as the application's role with the workspace set
 * for this transaction alone, so that row-level security confines it; across workspaces it runs as the system
 * role, which may read only what finding the right workspace takes. What only reads says so: the database then
 * refuses to write, and nobody waits for the transaction to end.
 */
export interface UnitOfWork {
  inWorkspace<T>(workspaceId: WorkspaceId, work: (tx: Transaction) => Promise<T>): Promise<T>;
  acrossWorkspaces<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readInWorkspace<T>(workspaceId: WorkspaceId, work: (tx: Transaction) => Promise<T>): Promise<T>;
  readAcrossWorkspaces<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Nest's injection token for the unit of work. */
export const UNIT_OF_WORK = Symbol('UnitOfWork');
