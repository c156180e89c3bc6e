import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { countRowsRead } from '../../test/count-rows-read.js';
import { fillWorkspace } from '../../test/fill-workspace.js';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import type { Transaction } from '../database/index.js';
import { newInboxRow, type StoredInboxRow } from './core/inbox-row.js';
import { InboxRepository } from './inbox.repository.js';

const WORKSPACE = 'wsp_00000000000000000000000001' as WorkspaceId;
const CONVERSATIONS = 2_000;
const PAGE = 50;

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  await fillWorkspace(database, WORKSPACE, { conversations: CONVERSATIONS, eventsEach: 1 });
  const rows = Array.from({ length: CONVERSATIONS }, (_, index) => rowOf(index + 1));
  await save(rows);
  await database.asOwner('ANALYZE');
});
afterAll(() => database?.stop());

const repository = new InboxRepository();
/** One every seven seconds, the last one first: neighbours share their ten seconds or do not. */
const momentOf = (n: number) => new Date(Date.UTC(2026, 0, 2) - n * 7_000).toISOString();
const rowOf = (n: number): StoredInboxRow =>
  newInboxRow(`cnv${n}` as ConversationId, { siteName: 'Tidewater', nobody: 'Visitor', at: momentOf(n) });
const save = (rows: readonly StoredInboxRow[]) =>
  database.unitOfWork.inWorkspace(WORKSPACE, async (tx) => repository.saveAll(tx, WORKSPACE, rows));

describe('the inbox', () => {
  it('is read page by page in the order of time, and no further than the page', async () => {
    const seen: string[] = [];
    let after: { lastAt: string; id: ConversationId } | undefined;
    for (let page = 0; page < 4; page += 1) {
      let rows: readonly StoredInboxRow[] = [];
      const counts = await countRowsRead(database, WORKSPACE, async (tx) => {
        rows = await repository.list(tx, WORKSPACE, { status: 'open', limit: PAGE, after });
      });
      for (const count of counts) expect(count).toBeLessThanOrEqual(PAGE + 10);
      seen.push(...rows.map(({ conversationId }) => conversationId));
      const last = rows.at(-1);
      after = last && { lastAt: last.lastAt, id: last.conversationId };
    }
    expect(seen).toEqual(Array.from({ length: 4 * PAGE }, (_, index) => `cnv${index + 1}`));
  });

  it('looks back over what has changed of late without reading the rest', async () => {
    const now = new Date().toISOString();
    await save([{ ...rowOf(1_500), lastAt: now }]);
    let found = 0;
    const counts = await countRowsRead(database, WORKSPACE, async (tx) => {
      found = (await repository.listRecent(tx, WORKSPACE, 120)).length;
    });
    expect(found).toBe(1);
    for (const count of counts) expect(count).toBeLessThanOrEqual(10);
  });

  it('keeps a new version of a row beside the old one: a further line moves no index', async () => {
    const n = 900;
    const id = `cnv${n}` as ConversationId;
    const later = new Date(Math.floor(Date.parse(momentOf(n)) / 10_000) * 10_000 + 9_999).toISOString();
    const line = { ...rowOf(n), lastText: 'One more thing', lastAt: later, head: 2 };
    // Counted by connection and transaction, or by some of them: what counts is the difference.
    const counted = async (tx: Transaction) => {
      const [stat] = await tx.query<{ updated: string; beside: string }>(
        `SELECT pg_stat_get_xact_tuples_updated('inbox_row'::regclass) AS updated,
           pg_stat_get_xact_tuples_hot_updated('inbox_row'::regclass) AS beside`,
      );
      return { updated: Number(stat?.updated), beside: Number(stat?.beside) };
    };
    const moved = (row: StoredInboxRow) =>
      database.unitOfWork.inWorkspace(WORKSPACE, async (tx) => {
        const before = await counted(tx);
        repository.saveAll(tx, WORKSPACE, [row]);
        const after = await counted(tx);
        expect(after.updated - before.updated).toBe(1);
        return 1 - (after.beside - before.beside);
      });
    expect(await moved(line)).toBe(0);
    expect(await moved({ ...line, status: 'closed' })).toBe(1);
    const stored = await database.unitOfWork.inWorkspace(WORKSPACE, (tx) =>
      repository.findAll(tx, WORKSPACE, [id]),
    );
    expect(stored.get(id)?.status).toBe('closed');
  });
});
