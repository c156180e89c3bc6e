import type { WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
});
afterAll(() => database?.stop());

it('I6: a connection that dies between two statements is a passing trouble, not a final refusal', async () => {
  const broken = database.unitOfWork.inWorkspace('wsp_none' as WorkspaceId, async (tx) => {
    const [backend] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await database.asOwner('SELECT pg_terminate_backend($1)', [backend?.pid]);
    // Until the news has reached this process.
    for (let look = 0; look < 200; look += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    return tx.query('SELECT 1');
  });
  await expect(broken).rejects.toMatchObject({ family: 'operational', code: 'unavailable' });
});

it('a last write that fails fails the transaction as itself, and nothing of it stays', async () => {
  await database.asOwner('CREATE TABLE noted (workspace_id text, line int UNIQUE)');
  await database.asOwner('GRANT ALL ON noted TO baton_app');
  const note = (line: number) => ['INSERT INTO noted VALUES ($1, $2)', ['wsp_none', line]] as const;
  const both = database.unitOfWork.inWorkspace('wsp_none' as WorkspaceId, async (tx) => {
    tx.execute(...note(1));
    tx.execute(...note(1));
  });
  await expect(both).rejects.toMatchObject({ code: '23505' });
  await database.unitOfWork.inWorkspace('wsp_none' as WorkspaceId, async (tx) => tx.execute(...note(2)));
  expect(await database.asOwner('SELECT line FROM noted')).toEqual([{ line: 2 }]);
});

it('F12: a workspace with hundreds of transactions to do delays another one by none of them', async () => {
  let done = 0;
  const flood = Array.from({ length: 200 }, () =>
    database.unitOfWork
      .inWorkspace('wsp_flood' as WorkspaceId, (tx) => tx.query('SELECT pg_sleep(0.02)'))
      .then(() => {
        done += 1;
      }),
  );
  for (let line = 0; line < 5; line += 1)
    await database.unitOfWork.inWorkspace('wsp_quiet' as WorkspaceId, (tx) => tx.query('SELECT 1'));
  // One connection of four is left to it; in the order of their coming it would have waited for all two hundred.
  expect(done).toBeLessThan(50);
  await Promise.all(flood);
});
