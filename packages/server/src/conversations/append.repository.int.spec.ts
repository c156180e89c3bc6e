import type { ConversationId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { escapeLiteral } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import type { Transaction } from '../database/index.js';
import { AppendRepository } from './append.repository.js';

const WORKSPACE = 'wsp_00000000000000000000000001' as WorkspaceId;
const CONVERSATIONS = 3_000;
const EVENTS_EACH = 10;
/** As many as one shared transaction carries. */
const NAMED = 32;

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  await database.asOwner(`SELECT set_config('baton.workspace_id', '${WORKSPACE}', false)`);
  await database.asOwner(
    `INSERT INTO workspace (workspace_id, name, slug) VALUES ('${WORKSPACE}', 'Busy', 'busy')`,
  );
  await database.asOwner(
    `INSERT INTO site (workspace_id, id, name, site_key, origins) VALUES ('${WORKSPACE}', 'site', 'Site', 'key', '{}')`,
  );
  await database.asOwner(
    `INSERT INTO visitor (workspace_id, id, site_id)
     SELECT '${WORKSPACE}', 'vis' || n, 'site' FROM generate_series(1, ${CONVERSATIONS}) AS n`,
  );
  await database.asOwner(
    `INSERT INTO conversation (workspace_id, id, site_id, visitor_id, locale, time_zone, head)
     SELECT '${WORKSPACE}', 'cnv' || n, 'site', 'vis' || n, 'en', 'UTC', ${EVENTS_EACH}
     FROM generate_series(1, ${CONVERSATIONS}) AS n`,
  );
  await database.asOwner(
    `INSERT INTO conversation_event (workspace_id, conversation_id, seq, id, type, schema_version, at, actor, sender,
       audience, epoch, client_id, data)
     SELECT '${WORKSPACE}', 'cnv' || n, seq, 'evt' || n || '-' || seq, 'message.sent', 1, now(), '{}', 'vis' || n,
       'public', 0, n || '-' || seq, '{}'
     FROM generate_series(1, ${CONVERSATIONS}) AS n, generate_series(1, ${EVENTS_EACH}) AS seq`,
  );
});
afterAll(() => database?.stop());

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of tables that were read to execute the plan, also those that were not wanted. */
function rowsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, each) => sum + rowsRead(each), 0);
  if (node['Relation Name'] === undefined) return below;
  const passed = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  return below + (passed + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];
}

const literal = (value: unknown) =>
  Array.isArray(value) ? escapeLiteral(`{${value.join(',')}}`) : escapeLiteral(String(value));

/** Runs what the repository asks, and once more as the database would plan it for these values and for any. */
async function readBy(work: (tx: Transaction) => Promise<unknown>): Promise<readonly number[]> {
  const counts: number[] = [];
  await database.unitOfWork.inWorkspace(WORKSPACE, async (tx) => {
    const executed: Promise<unknown>[] = [];
    const explained: Transaction = {
      query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
        const rows = await tx.query<Row>(sql, parameters);
        await tx.query(`PREPARE asked AS ${sql}`);
        for (const mode of ['force_custom_plan', 'force_generic_plan']) {
          await tx.query(`SET LOCAL plan_cache_mode = ${mode}`);
          const [answer] = await tx.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
            `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked(${parameters.map(literal).join(', ')})`,
          );
          counts.push(...(answer?.['QUERY PLAN'] ?? []).map(({ Plan }) => rowsRead(Plan)));
        }
        await tx.query('DEALLOCATE asked');
        return rows;
      },
      execute: (sql, parameters = []) => void executed.push(explained.query(sql, parameters)),
    };
    await work(explained);
    await Promise.all(executed);
  });
  return counts;
}

const repository = new AppendRepository();
const named = Array.from({ length: NAMED }, (_, index) => 1 + index * 80);
const ids = named.map((n) => `cnv${n}` as ConversationId);

describe.each(['before the first statistics', 'with statistics'])('an append, %s', (when) => {
  beforeAll(async () => {
    if (when === 'with statistics') await database.asOwner('ANALYZE');
  });

  it('looks up repeated client ids without reading the workspace', async () => {
    const once = named.map((n, index) => ({
      sender: `vis${n}`,
      clientId: index % 2 === 0 ? `${n}-3` : `new-${n}`,
    }));
    let found = 0;
    const counts = await readBy(async (tx) => {
      found = (await repository.findByClientIds(tx, WORKSPACE, once)).length;
    });
    expect(found).toBe(NAMED / 2);
    expect(counts).toHaveLength(2);
    for (const count of counts) expect(count).toBeLessThanOrEqual(NAMED);
  });

  it('saves the states that it has changed without reading the others', async () => {
    const states = await database.unitOfWork.inWorkspace(WORKSPACE, (tx) =>
      repository.lock(tx, WORKSPACE, ids, true),
    );
    const saved = states.map((state) => ({ state: { ...state, head: state.head + 1 }, turnDue: false }));
    const counts = await readBy(async (tx) => repository.saveStates(tx, WORKSPACE, saved));
    expect(counts).toHaveLength(2);
    for (const count of counts) expect(count).toBeLessThanOrEqual(NAMED * 2);
    const [changed] = await database.asOwner<{ count: string }>(
      'SELECT count(*) FROM conversation WHERE head > $1',
      [EVENTS_EACH],
    );
    expect(Number(changed?.count)).toBe(NAMED);
  });
});

describe('an append, with statistics', () => {
  it('locks the conversations that it names, and reads no others', async () => {
    const byId = await readBy((tx) => repository.lock(tx, WORKSPACE, ids, false));
    const visitors = named.map((n) => `vis${n}` as VisitorId);
    const byVisitor = await readBy((tx) => repository.lockOpenOfVisitors(tx, WORKSPACE, visitors, false));
    expect(byId.length + byVisitor.length).toBe(4);
    for (const count of [...byId, ...byVisitor]) expect(count).toBeLessThanOrEqual(NAMED * 2);
  });
});
