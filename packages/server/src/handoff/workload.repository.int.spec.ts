import type { HandoffId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { countRowsRead } from '../../test/count-rows-read.js';
import { fillWorkspace } from '../../test/fill-workspace.js';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { WorkloadRepository } from './workload.repository.js';

const WORKSPACE = 'wsp_00000000000000000000000002' as WorkspaceId;
const CONVERSATIONS = 1_000;

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  await fillWorkspace(database, WORKSPACE, { conversations: CONVERSATIONS, eventsEach: 1 });
  await database.asOwner(
    `INSERT INTO handoff (workspace_id, id, conversation_id, state, reason, requested_seq, requested_at, agent_id, accepted_at)
     SELECT '${WORKSPACE}', 'hof' || n || '-' || t, 'cnv' || n, 'closed', 'qualified', t, now(), 'agent' || t,
       now() - t * interval '1 minute'
     FROM generate_series(1, ${CONVERSATIONS}) AS n, generate_series(1, 2) AS t`,
  );
});
afterAll(() => database?.stop());

describe.each(['before the first statistics', 'with statistics'])(
  'the last agent of a visitor, %s',
  (when) => {
    beforeAll(async () => {
      if (when === 'with statistics') await database.asOwner('ANALYZE');
    });

    it('is found without reading what others were helped with', async () => {
      const repository = new WorkloadRepository();
      const found: (string | null)[] = [];
      const counts = await countRowsRead(database, WORKSPACE, async (tx) => {
        const [visitor, now] = ['vis77' as VisitorId, 'hof77-1' as HandoffId];
        found.push(await repository.findLastAgent(tx, WORKSPACE, visitor, now));
      });
      expect(found).toEqual(['agent2']);
      expect(counts).toHaveLength(2);
      for (const count of counts) expect(count).toBeLessThanOrEqual(10);
    });
  },
);
