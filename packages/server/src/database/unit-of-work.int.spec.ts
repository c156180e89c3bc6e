import type { WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  for (const slug of ['one', 'two'])
    await database.asOwner('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $1, $1)', [slug]);
});
afterAll(() => database?.stop());

const one = 'one' as WorkspaceId;
const two = 'two' as WorkspaceId;
const nameOf = (id: string) => database.asOwner('SELECT name FROM workspace WHERE workspace_id = $1', [id]);
const WHO = `SELECT current_user AS role, current_setting('baton.workspace_id', true) AS workspace,
  (SELECT count(*)::int FROM workspace) AS visible`;

describe('the unit of work', () => {
  it('sees its own workspace and nothing else, whoever had the connection before', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const id = index % 2 ? one : two;
        const read = index % 3 === 0;
        const look = read ? database.unitOfWork.readInWorkspace : database.unitOfWork.inWorkspace;
        const [row] = await look(id, (tx) => tx.query(WHO));
        return { row, expected: { role: 'baton_app', workspace: id, visible: 1 } };
      }),
    );
    for (const { row, expected } of seen) expect(row).toEqual(expected);
    const [system] = await database.unitOfWork.acrossWorkspaces((tx) => tx.query(WHO));
    expect(system).toEqual({ role: 'baton_system', workspace: '', visible: 2 });
  });

  it('a workspace that is no identifier is a value and no statement', async () => {
    const odd = `'; RESET ROLE; SET baton.workspace_id = 'one` as WorkspaceId;
    const [row] = await database.unitOfWork.inWorkspace(odd, (tx) => tx.query(WHO));
    expect(row).toEqual({ role: 'baton_app', workspace: odd, visible: 0 });
  });

  it('statements that are asked for together are executed in order', async () => {
    const rows = await database.unitOfWork.inWorkspace(one, (tx) =>
      Promise.all([
        tx.query(`UPDATE workspace SET name = 'first'`),
        tx.query('SELECT name FROM workspace'),
        tx.query(`UPDATE workspace SET name = 'second' WHERE name = $1`, ['first']),
        tx.query('SELECT name FROM workspace'),
      ]),
    );
    expect(rows).toEqual([[], [{ name: 'first' }], [], [{ name: 'second' }]]);
  });

  it('what only reads cannot write', async () => {
    const write = database.unitOfWork.readInWorkspace(one, (tx) =>
      tx.query(`UPDATE workspace SET name = 'x'`),
    );
    await expect(write).rejects.toMatchObject({ code: 'unavailable', cause: { code: '25006' } });
  });

  it('work that throws leaves nothing behind', async () => {
    const work = database.unitOfWork.inWorkspace(two, async (tx) => {
      await tx.query(`UPDATE workspace SET name = 'half'`);
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    expect(await nameOf('two')).toEqual([{ name: 'two' }]);
  });

  it('a failed statement cannot be overlooked: the transaction does not report success', async () => {
    const work = database.unitOfWork.inWorkspace(two, async (tx) => {
      await tx.query(`UPDATE workspace SET name = 'kept?'`);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('has failed');
    expect(await nameOf('two')).toEqual([{ name: 'two' }]);
  });

  it('work that goes on after its transaction has failed cannot write into the next one', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const work = database.unitOfWork.inWorkspace(two, (tx) => {
      const straggler = async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await tx.query(`UPDATE workspace SET name = 'straggler'`);
      };
      late = straggler();
      late.catch(() => undefined);
      return Promise.all([tx.query('SELECT 1 / 0'), late]);
    });
    await expect(work).rejects.toThrow('division by zero');
    await expect(late).rejects.toThrow('is over');
    expect(await nameOf('two')).toEqual([{ name: 'two' }]);
  });

  it('a connection that is cut costs one transaction, and the next one gets another', async () => {
    const cut = database.unitOfWork.inWorkspace(one, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.asOwner('SELECT pg_terminate_backend($1)', [row?.pid]);
      await tx.query(`UPDATE workspace SET name = 'lost'`);
    });
    await expect(cut).rejects.toMatchObject({ code: 'unavailable' });
    for (let round = 0; round < 8; round += 1)
      await database.unitOfWork.inWorkspace(one, (tx) => tx.query('SELECT 1'));
    expect(await nameOf('one')).not.toEqual([{ name: 'lost' }]);
  });
});
