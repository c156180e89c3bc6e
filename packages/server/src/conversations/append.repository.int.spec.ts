import type { ConversationId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { countRowsRead } from '../../test/count-rows-read.js';
import { fillWorkspace } from '../../test/fill-workspace.js';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { AppendRepository } from './append.repository.js';

const WORKSPACE = 'wsp_00000000000000000000000001' as WorkspaceId;
const CONVERSATIONS = 3_000;
const EVENTS_EACH = 10;
/** As many as one shared transaction carries. */
const NAMED = 32;

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  await fillWorkspace(database, WORKSPACE, { conversations: CONVERSATIONS, eventsEach: EVENTS_EACH });
});
afterAll(() => database?.stop());

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
    const counts = await countRowsRead(database, WORKSPACE, async (tx) => {
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
    const counts = await countRowsRead(database, WORKSPACE, async (tx) =>
      repository.saveStates(tx, WORKSPACE, saved),
    );
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
    const byId = await countRowsRead(database, WORKSPACE, (tx) => repository.lock(tx, WORKSPACE, ids, false));
    const visitors = named.map((n) => `vis${n}` as VisitorId);
    const byVisitor = await countRowsRead(database, WORKSPACE, (tx) =>
      repository.lockOpenOfVisitors(tx, WORKSPACE, visitors, false),
    );
    expect(byId.length + byVisitor.length).toBe(4);
    for (const count of [...byId, ...byVisitor]) expect(count).toBeLessThanOrEqual(NAMED * 2);
  });
});
