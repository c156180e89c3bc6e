import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createUnitOfWork, openDatabase } from '../../src/database/index.js';
import { createWorld, type World } from '../world.js';
import { createOwned, type Owned } from './owned.js';

let world: World;
let owned: Owned;

beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  owned = await createOwned(world);
});
afterAll(() => world.stop());

describe('A53: keys are unique within their workspace', () => {
  it('every unique key of a table of workspaces begins with the workspace, except secrets’ hashes and public keys', async () => {
    const keys = await world.sql<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'`,
    );
    const global = keys
      .filter(({ definition }) => !/\(workspace_id/.test(definition))
      .map(({ definition }) => definition);
    const allowed = /\((token_hash|ticket_hash|site_key|slug|id|name|"?timestamp"?)\)|migrations/;
    expect(global.filter((definition) => !allowed.test(definition))).toEqual([]);
  });
});

describe('A54: a forgotten WHERE', () => {
  it('still leaks nothing: row-level security is forced on every table, and the application owns none', async () => {
    const tables = await world.sql<{ name: string; forced: boolean; owner: string; hasWorkspace: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') AS "hasWorkspace"
       FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(
      tables.filter((table) => !table.forced || !table.hasWorkspace || table.owner === 'baton_app'),
    ).toEqual([]);
  });

  it('every table read without a workspace condition shows one workspace’s rows only', async () => {
    const source = await openDatabase({ url: world.databaseUrl, poolSize: 2 });
    const unitOfWork = createUnitOfWork(source);
    const tables = await world.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'migrations'`,
    );
    for (const { name } of tables) {
      const seen = await unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
        tx.query<{ id: string }>(`SELECT DISTINCT workspace_id AS id FROM "${name}"`),
      );
      expect(
        seen.map(({ id }) => id).filter((id) => id !== world.workspaces.alpenrad),
        name,
      ).toEqual([]);
    }
    const written = unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
      tx.query('UPDATE conversation SET status = $1 RETURNING id', ['closed']),
    );
    expect(await written).toEqual([]);
    await expect(
      unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
        tx.query('INSERT INTO visitor (workspace_id, id, site_id) VALUES ($1, $2, $3)', [
          world.workspaces.tidewater,
          'vis_x',
          owned.site,
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
    await source.destroy();
  });

  it('the next borrower of a connection starts without a workspace', async () => {
    const source = await openDatabase({ url: world.databaseUrl, poolSize: 1 });
    await createUnitOfWork(source).inWorkspace(world.workspaces.tidewater, (tx) => tx.query('SELECT 1'));
    const rows: unknown = await source.query('SELECT id FROM visitor');
    expect(rows).toEqual([]);
    await source.destroy();
  });

  it('the application cannot change or delete what the log holds', async () => {
    const source = await openDatabase({ url: world.databaseUrl, poolSize: 1 });
    const unitOfWork = createUnitOfWork(source);
    for (const sql of [
      'UPDATE conversation_event SET data = $1',
      'DELETE FROM conversation_event',
      'TRUNCATE conversation_event',
    ]) {
      await expect(
        unitOfWork.inWorkspace(world.workspaces.tidewater, (tx) =>
          tx.query(sql, sql.includes('$1') ? ['{}'] : []),
        ),
      ).rejects.toThrow(/permission denied/);
    }
    await source.destroy();
  });
});
