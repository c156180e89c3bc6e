import type { VisitorId, WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { countRowsRead } from '../../test/count-rows-read.js';
import { fillWorkspace } from '../../test/fill-workspace.js';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { ConversationsRepository } from './conversations.repository.js';

const WORKSPACE = 'wsp_00000000000000000000000003' as WorkspaceId;

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  await fillWorkspace(database, WORKSPACE, { conversations: 1_000, eventsEach: 1 });
});
afterAll(() => database?.stop());

describe.each(['before the first statistics', 'with statistics'])('a visitor who returns, %s', (when) => {
  beforeAll(async () => {
    if (when === 'with statistics') await database.asOwner('ANALYZE');
  });

  it('is shown their latest conversation without reading those of others', async () => {
    const repository = new ConversationsRepository();
    const shown: (string | undefined)[] = [];
    const counts = await countRowsRead(database, WORKSPACE, async (tx) => {
      shown.push((await repository.findLatestOfVisitor(tx, WORKSPACE, 'vis77' as VisitorId))?.id);
    });
    expect(shown).toEqual(['cnv77']);
    expect(counts).toHaveLength(2);
    for (const count of counts) expect(count).toBeLessThanOrEqual(10);
  });
});
