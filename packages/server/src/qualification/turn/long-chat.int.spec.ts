import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent, WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn, decisionsOf, until } from '../../../test/chat.js';
import { createWorld, type World } from '../../../test/world.js';
import { CONVERSATIONS, type Conversations, newEvent, SYSTEM } from '../../conversations/index.js';
import { replayDecision } from '../core/replay.js';
import { PAST_FORM } from '../core/settle-past.js';
import { Playbooks } from '../playbook/playbooks.service.js';

let world: World;
let workspaceId: WorkspaceId;
let conversations: Conversations;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { ASSISTANT_PAUSE_MS: '0' });
  workspaceId = world.workspaces.tidewater;
  conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
});
afterAll(() => world?.stop());

/** The visitor looks at that many pages. */
async function lookAround(chat: Chat, pages: number): Promise<void> {
  const page = (at: number) => ({ url: `https://shop.example/${at}`, title: 'Shop', referrer: '' });
  await conversations.append({
    workspaceId,
    conversationId: chat.id(),
    epoch: null,
    decide: ({ head }) =>
      Array.from({ length: pages }, (_, at) => newEvent('page.visited', SYSTEM, { page: page(head + at) })),
  });
}

/** A chat with a need and 150 pages looked at. */
async function longChat(): Promise<Chat> {
  const chat = await chatIn(world);
  await chat.say('We are 40 people and need a shared inbox for our clinics');
  await lookAround(chat, 150);
  return chat;
}

async function checkpointOf(chat: Chat) {
  const rows = await world.sql<{ seq: number; fold: number }>(
    'SELECT seq, fold FROM log_checkpoint WHERE conversation_id = $1',
    [chat.id()],
  );
  return rows[0] ?? null;
}

async function decided(chat: Chat, times: number): Promise<readonly LogEvent[]> {
  return until(async () => {
    const log = await chat.log();
    return decisionsOf(log).length >= times ? log : null;
  });
}

/** What was said at the beginning is put right, so it has to be known. */
async function correctsSize(chat: Chat): Promise<void> {
  await chat.send('no, 14 people');
  await until(async () => ((await chat.log()).some(({ type }) => type === 'slot.corrected') ? true : null));
}

async function dueAt(chat: Chat): Promise<Date | null> {
  const [row] = await world.sql<{ due: Date | null }>(
    'SELECT turn_due_at AS due FROM conversation WHERE id = $1',
    [chat.id()],
  );
  return row?.due ?? null;
}

describe('a long chat', () => {
  it('keeps what it amounts to, goes on from there, and decides as the whole log does', async () => {
    const chat = await chatIn(world);
    await chat.say('We are 40 people and need a shared inbox for our clinics');
    await chat.say('I am Dana Winter');
    expect(await checkpointOf(chat)).toBeNull();
    await lookAround(chat, 150);
    await chat.say('dana@brightwellvets.example');
    const kept = await until(() => checkpointOf(chat));
    expect(kept.fold).toBe(PAST_FORM);
    expect(kept.seq).toBeGreaterThan(60);
    // The queue speaks too, whenever it has something to say: what is waited for is the decision.
    await chat.send('no, 14 people');
    await decided(chat, 4);
    await chat.send('What does it cost?');
    const log = await decided(chat, 5);
    const decisions = decisionsOf(log);
    expect(decisions.at(-1)?.inputs.asked).toBeNull();
    const compiled = await world.server.app.get(Playbooks, { strict: false }).current(workspaceId);
    for (const decision of decisions)
      expect(replayDecision(log, decision, compiled).hash).toBe(decision.hash);
    expect(log.filter(({ type }) => type === 'slot.corrected')).toHaveLength(1);
  });

  it('reads its whole log again when the checkpoint is lost, or is of a form that this build does not know', async () => {
    const chat = await longChat();
    await chat.say('Dana Winter');
    await until(() => checkpointOf(chat));
    await world.sql(
      `UPDATE log_checkpoint SET fold = $2, held = '"of another build"' WHERE conversation_id = $1`,
      [chat.id(), PAST_FORM + 1],
    );
    await chat.say('dana@brightwellvets.example');
    const remade = await until(async () => {
      const kept = await checkpointOf(chat);
      return kept?.fold === PAST_FORM ? kept : null;
    });
    expect(remade.seq).toBeGreaterThan(60);
    await world.sql('DELETE FROM log_checkpoint WHERE conversation_id = $1', [chat.id()]);
    await correctsSize(chat);
  });

  it('reads its whole log where the checkpoint is not what it should be', async () => {
    const chat = await longChat();
    await chat.say('Dana Winter');
    await until(() => checkpointOf(chat));
    await world.sql(`UPDATE log_checkpoint SET held = '{"memory": {}}' WHERE conversation_id = $1`, [
      chat.id(),
    ]);
    await correctsSize(chat);
  });

  it('is folded also when a person gives it back and nothing is open', async () => {
    const chat = await longChat();
    const ana = { kind: 'agent', id: `agt_${'0'.repeat(26)}` as never, name: 'Ana' } as const;
    const owned = (owner: typeof ana | { readonly kind: 'assistant' }) =>
      conversations.append({
        workspaceId,
        conversationId: chat.id(),
        epoch: null,
        decide: ({ epoch }) => [newEvent('owner.changed', ana, { owner, epoch: epoch + 1 })],
      });
    await owned(ana);
    await owned({ kind: 'assistant' });
    expect((await until(() => checkpointOf(chat))).seq).toBeGreaterThan(60);
  });

  it('answers its visitor where the checkpoint cannot be kept', async () => {
    const chat = await longChat();
    await world.sql('REVOKE INSERT ON log_checkpoint FROM baton_app');
    try {
      await chat.say('Dana Winter');
      // A turn that had failed over it would stay due and rest for five seconds.
      for (let look = 0; look < 100 && (await dueAt(chat)) !== null; look += 1) await sleep(20);
      expect(await dueAt(chat)).toBeNull();
      expect(await checkpointOf(chat)).toBeNull();
    } finally {
      await world.sql('GRANT INSERT ON log_checkpoint TO baton_app');
    }
  });
});
