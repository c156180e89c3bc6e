import { type ConversationId, type NewEvent, VISITOR_COMMAND, type WorkspaceId } from '@baton/shared-types';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type Slug, type World } from '../../test/world.js';
import type { Transaction } from '../database/index.js';
import { ASSISTANT, CONVERSATIONS, type Conversations, newEvent } from './index.js';

let world: World;
let log: Conversations;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  log = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
  // The appends are the spec's own: nobody answers the visitors.
  log.onTurnDue(async (workspaceId, id) => (await log.getState(workspaceId, id)).lastVisitorSeq);
});
afterAll(() => world?.stop());

async function begin(slug: Slug, count: number): Promise<readonly ConversationId[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const visitor = await world.visitor(slug);
      const payload = { clientId: crypto.randomUUID(), text: 'hello', kind: 'text' };
      const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, payload);
      if (!sent.ok) throw new Error(sent.error.code);
      return sent.value.conversationId;
    }),
  );
}

function say(workspaceId: WorkspaceId, conversationId: ConversationId, text: string) {
  return log.append({ workspaceId, conversationId, epoch: null, decide: () => [spoken(text)] });
}

function spoken(text: string): NewEvent {
  return newEvent('message.sent', ASSISTANT, {
    messageId: `msg_${'0'.repeat(26)}` as never,
    text,
    kind: 'text',
    origin: 'template',
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: false,
    turnId: null,
  });
}

const transactionsOf = async (text: string) =>
  (
    await world.sql<{ xmin: string; workspace_id: string }>(
      `SELECT DISTINCT xmin::text, workspace_id FROM conversation_event WHERE data->>'text' = $1`,
      [text],
    )
  ).map((row) => row);

describe('appends that come at the same time', () => {
  it('share transactions, and each conversation gets what is its own', async () => {
    const { tidewater } = world.workspaces;
    const ids = await begin('tidewater', 40);
    const appended = await Promise.all(ids.map((id) => say(tidewater, id, 'all at once')));
    for (const [index, { state, events }] of appended.entries()) {
      expect(state.id).toBe(ids[index]);
      expect(events).toMatchObject([{ conversationId: ids[index], seq: state.head }]);
      expect((await log.readLog(tidewater, state.id)).at(-1)).toEqual(events[0]);
    }
    expect((await transactionsOf('all at once')).length).toBeLessThan(20);
  });

  it('decide by what is kept in step with the log as it is then, however many look it up at once', async () => {
    const { tidewater } = world.workspaces;
    const [id] = await begin('tidewater', 1);
    if (!id) throw new Error('no conversation was begun');
    const countAs = async (text: string, tx: Transaction) =>
      (
        await tx.query(`SELECT 1 FROM conversation_event WHERE conversation_id = $1 AND data->>'text' = $2`, [
          id,
          text,
        ])
      ).length;
    const appended = await Promise.all(
      Array.from({ length: 20 }, () =>
        log.append<number>({
          workspaceId: tidewater,
          conversationId: id,
          epoch: null,
          lookUp: (tx) => countAs('counted', tx),
          decide: (_state, count) => (count < 5 ? [spoken('counted')] : []),
        }),
      ),
    );
    expect(appended.filter(({ events }) => events.length === 1)).toHaveLength(5);
  });

  it('A53: workspaces never share one', async () => {
    const { tidewater, alpenrad } = world.workspaces;
    const [ours, theirs] = [await begin('tidewater', 20), await begin('alpenrad', 20)];
    await Promise.all(
      ours.flatMap((id, index) => [
        say(tidewater, id, 'side by side'),
        say(alpenrad, theirs[index] ?? id, 'side by side'),
      ]),
    );
    const transactions = await transactionsOf('side by side');
    expect(new Set(transactions.map(({ xmin }) => xmin)).size).toBe(transactions.length);
    // An id of the other workspace is not there to be written to.
    await expect(say(alpenrad, ours[0] ?? ('' as never), 'across')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('one that is refused, and one that the database cannot store, fail alone', async () => {
    const { tidewater } = world.workspaces;
    const ids = await begin('tidewater', 12);
    const outcomes = await Promise.allSettled(
      ids.map((conversationId, index) => {
        if (index === 3)
          return log.append({ workspaceId: tidewater, conversationId, epoch: 99, decide: () => [] });
        return say(tidewater, conversationId, index === 7 ? 'half \u0000 a line' : 'a whole line');
      }),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      ids.map((_, index) => (index === 3 || index === 7 ? 'rejected' : 'fulfilled')),
    );
    expect(outcomes[3]).toMatchObject({ reason: { code: 'epoch_stale' } });
    for (const [index, id] of ids.entries()) {
      const written = (await log.readLog(tidewater, id)).filter(
        ({ type, actor }) => type === 'message.sent' && actor.kind === 'assistant',
      );
      expect(written).toHaveLength(index === 3 || index === 7 ? 0 : 1);
    }
  });

  it('one whose conversation is held by somebody else does not keep the others waiting', async () => {
    const { tidewater } = world.workspaces;
    const [held, ...free] = await begin('tidewater', 6);
    if (!held) throw new Error('no conversation');
    const holder = new pg.Client({ connectionString: world.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM conversation WHERE id = $1 FOR UPDATE', [held]);
    let isWaiting = true;
    const late = say(tidewater, held, 'after the lock').finally(() => {
      isWaiting = false;
    });
    await Promise.all(free.map((id) => say(tidewater, id, 'past the lock')));
    expect(isWaiting).toBe(true);
    await holder.query('COMMIT');
    await holder.end();
    expect((await late).events).toHaveLength(1);
  });

  it('what a visitor writes while the conversation is being closed is in the log once', async () => {
    const visitor = await world.visitor('tidewater');
    for (let round = 0; round < 10; round += 1) {
      const text = `still there? ${round}`;
      const [sent] = await Promise.all([
        visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' }),
        ...(round === 0
          ? []
          : [visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: crypto.randomUUID() })]),
      ]);
      expect(sent.ok).toBe(true);
      expect(await world.sql(`SELECT FROM conversation_event WHERE data->>'text' = $1`, [text])).toHaveLength(
        1,
      );
    }
    const open = await world.sql(`SELECT FROM conversation WHERE visitor_id = $1 AND status = 'open'`, [
      visitor.session.visitorId,
    ]);
    expect(open.length).toBeLessThanOrEqual(1);
  });
});
