import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkspaceId } from '@baton/shared-types';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../database/embedded/index.js';
import { createUnitOfWork, migrateDatabase, openDatabase, type UnitOfWork } from '../../database/index.js';

/** A PostgreSQL of its own for a measurement, gone with all its data afterwards. */
export interface ScratchWorkspaces {
  readonly unitOfWork: UnitOfWork;
  add(workspaceId: WorkspaceId, slug: string): Promise<void>;
  /** A statement that reads nothing, on the way that every search takes: what no search can be faster than. */
  roundTrip(workspaceId: WorkspaceId): Promise<void>;
  /** Brings the planner's statistics up to date, as autovacuum does by itself a minute later. */
  analyze(): Promise<void>;
  stop(): Promise<void>;
}

export async function openScratchWorkspaces(): Promise<ScratchWorkspaces> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-evaluation-'));
  // PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDirectory: path.join(folder, 'postgres'),
    log: () => undefined,
  });
  await migrateDatabase(postgres.url);
  const source = await openDatabase({ url: postgres.url, poolSize: 2 });
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  const unitOfWork = createUnitOfWork(source);
  return {
    unitOfWork,
    add: async (workspaceId, slug) => {
      await owner.query('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $2, $2)', [
        workspaceId,
        slug,
      ]);
    },
    roundTrip: async (workspaceId) => {
      await unitOfWork.readInWorkspace(workspaceId, (tx) => tx.query('SELECT 1'));
    },
    analyze: async () => {
      await owner.query('ANALYZE');
    },
    stop: async () => {
      await owner.end();
      await source.destroy();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
