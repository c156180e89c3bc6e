import type { WorkspaceId } from '@baton/shared-types';
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

async function checkpointOf(chat: Chat) {
  const rows = await world.sql<{ seq: number; fold: number }>(
    'SELECT seq, fold FROM log_checkpoint WHERE conversation_id = $1',
    [chat.id()],
  );
  return rows[0] ?? null;
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
    const reply = await chat.say('no, 14 people');
    expect(reply.text).not.toMatch(/your name|email/i);
    await chat.say('What does it cost?');
    const log = await chat.log();
    const decisions = decisionsOf(log);
    expect(decisions.length).toBeGreaterThanOrEqual(5);
    const compiled = await world.server.app.get(Playbooks, { strict: false }).current(workspaceId);
    for (const decision of decisions)
      expect(replayDecision(log, decision, compiled).hash).toBe(decision.hash);
    expect(log.filter(({ type }) => type === 'slot.corrected')).toHaveLength(1);
  });

  it('reads its whole log again when the checkpoint is lost, or is of a form that this build does not know', async () => {
    const chat = await chatIn(world);
    await chat.say('We are 40 people and need a shared inbox for our clinics');
    await lookAround(chat, 150);
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
    await chat.say('no, 14 people');
    expect((await chat.log()).filter(({ type }) => type === 'slot.corrected')).toHaveLength(1);
  });

  it('answers its visitor where the checkpoint cannot be kept', async () => {
    const chat = await chatIn(world);
    await chat.say('We are 40 people and need a shared inbox for our clinics');
    await lookAround(chat, 150);
    await world.sql('REVOKE INSERT ON log_checkpoint FROM baton_app');
    try {
      await chat.say('Dana Winter');
      await chat.say('dana@brightwellvets.example');
      expect(await checkpointOf(chat)).toBeNull();
    } finally {
      await world.sql('GRANT INSERT ON log_checkpoint TO baton_app');
    }
  });
});
