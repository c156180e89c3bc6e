import type { WorkspaceId } from '@baton/shared-types';

/** One database transaction. Repositories take it as their first argument and see TypeORM behind it. */
export interface Transaction {
  /** Rows as plain objects; `$1`-style parameters, primitives and JSON only. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}

/**
 * Where every read and write happens. `inWorkspace` runs as the application's role with the workspace set
 * for this transaction alone, so that row-level security confines it; `acrossWorkspaces` runs as the system
 * role, which may read only what finding the right workspace takes.
 */
export interface UnitOfWork {
  inWorkspace<T>(workspaceId: WorkspaceId, work: (tx: Transaction) => Promise<T>): Promise<T>;
  acrossWorkspaces<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Nest's injection token for the unit of work. */
export const UNIT_OF_WORK = Symbol('UnitOfWork');
