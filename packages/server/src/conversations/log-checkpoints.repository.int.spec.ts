import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { countRowsRead } from '../../test/count-rows-read.js';
import { fillWorkspace } from '../../test/fill-workspace.js';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import type { SeenRecently } from './conversations.port.js';
import { ConversationsRepository } from './conversations.repository.js';
import { LogCheckpointsRepository } from './log-checkpoints.repository.js';

const WORKSPACE = 'wsp_00000000000000000000000004' as WorkspaceId;
const LONG = 'cnv3' as ConversationId;
const EVENTS = 400;
const checkpoints = new LogCheckpointsRepository(new ConversationsRepository());

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  await fillWorkspace(database, WORKSPACE, { conversations: 20, eventsEach: EVENTS });
});
beforeEach(() => database.asOwner('DELETE FROM log_checkpoint'));
afterAll(() => database?.stop());

async function seen(fold: number | null = 1): Promise<SeenRecently> {
  const read = await database.unitOfWork.inWorkspace(WORKSPACE, (tx) =>
    checkpoints.read(tx, WORKSPACE, LONG, fold),
  );
  if (!read) throw new Error('no such conversation');
  return read;
}

const keep = (seq: number, fold = 1, held: unknown = { as: 'written' }) =>
  database.unitOfWork.inWorkspace(WORKSPACE, (tx) =>
    checkpoints.keep(tx, WORKSPACE, LONG, { fold, seq, held }),
  );
const seqs = ({ log }: SeenRecently) => [log[0]?.seq, log.at(-1)?.seq];

it('shows the whole log while nothing is kept, and to whoever keeps nothing', async () => {
  expect(await seen()).toMatchObject({ checkpoint: null, state: { head: EVENTS } });
  await keep(350);
  for (const fold of [null, 2]) {
    expect(await seen(fold)).toMatchObject({ checkpoint: null });
    expect(seqs(await seen(fold))).toEqual([1, EVENTS]);
  }
});

it('shows the checkpoint as it was written, and what comes after it', async () => {
  const held = { zebra: 1, apple: ['\u0000', '\ud83d', 2], 10: null };
  await keep(350, 1, held);
  const recent = await seen();
  expect(recent.checkpoint).toEqual({ fold: 1, seq: 350, held });
  expect(JSON.stringify(recent.checkpoint?.held)).toBe(JSON.stringify(held));
  expect(seqs(recent)).toEqual([351, EVENTS]);
  await keep(EVENTS);
  expect(await seen()).toMatchObject({ checkpoint: { seq: EVENTS }, log: [] });
});

it('reads none of the events that are in the checkpoint', async () => {
  await keep(390);
  await database.asOwner('ANALYZE');
  const counts = await countRowsRead(database, WORKSPACE, async (tx) => {
    await checkpoints.read(tx, WORKSPACE, LONG, 1);
  });
  expect(counts.length).toBeGreaterThan(2);
  for (const count of counts) expect(count).toBeLessThanOrEqual(20);
});

it('keeps the later of two of one form, and of two forms the one that was written last', async () => {
  await keep(350);
  await keep(300);
  expect((await seen()).checkpoint?.seq).toBe(350);
  await keep(300, 2);
  expect((await seen(2)).checkpoint?.seq).toBe(300);
  expect((await seen()).checkpoint).toBeNull();
  await keep(200);
  expect((await seen()).checkpoint?.seq).toBe(200);
});

it('F9: does without a checkpoint that the log does not go on from', async () => {
  await keep(EVENTS + 5);
  expect(await seen()).toMatchObject({ checkpoint: null });
  expect(seqs(await seen())).toEqual([1, EVENTS]);
});

it('goes when its conversation goes', async () => {
  await keep(350);
  await database.asOwner('DELETE FROM conversation_event WHERE conversation_id = $1', [LONG]);
  await database.asOwner('DELETE FROM conversation WHERE id = $1', [LONG]);
  expect(await database.asOwner('SELECT * FROM log_checkpoint')).toEqual([]);
});
