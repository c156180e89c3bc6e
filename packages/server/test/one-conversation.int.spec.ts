import {
  AGENT_COMMAND,
  applyEvent,
  type ConversationView,
  emptyView,
  NOTICE,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { bundleSchema } from '@baton/shared-types/schemas';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contentHash } from '../src/kernel/digest.js';
import { createWorld, type TestVisitor, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world.stop());

/** Says a line and waits until the assistant has answered it. */
async function say(visitor: TestVisitor, text: string): Promise<string> {
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text,
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const batch = await visitor.notice(NOTICE.logAppended, ({ events }) =>
    events.some(
      (event) =>
        event.seq > sent.value.seq && event.type === 'message.sent' && event.actor.kind === 'assistant',
    ),
  );
  return batch.events.flatMap((event) => (event.type === 'message.sent' ? [event.data.text] : [])).join(' ');
}

async function viewOf(visitor: TestVisitor): Promise<ConversationView> {
  const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
  if (!read.ok || !read.value.batch) throw new Error('no log');
  const { batch } = read.value;
  return batch.events.reduce(applyEvent, emptyView(batch.conversationId));
}

describe('one conversation, end to end', () => {
  it('qualifies a visitor from free text and hands the live chat to an agent who has everything', async () => {
    const agent = await world.agent('tidewater');
    await agent.ask(AGENT_COMMAND.openConsole, {});
    await agent.ask(AGENT_COMMAND.setPresence, { state: 'available' });

    const visitor = await world.visitor('tidewater');
    const replies = [
      await say(
        visitor,
        'hi, we need appointment reminders and a shared inbox for our vet clinics. do you integrate with outlook?',
      ),
      await say(visitor, "I'm Dana Whitfield, operations manager at Brightwell Vets"),
      await say(visitor, 'there would be 14 of us'),
      await say(visitor, 'dana@brightwellvets.example'),
    ];
    const offered = await agent.notice(NOTICE.inboxChanged, ({ rows }) =>
      rows.some((row) => row.handoff?.offeredToMe),
    );
    const row = offered.rows[0];
    expect(row).toMatchObject({
      label: 'Dana Whitfield',
      verdict: 'qualified',
      handoff: { reason: 'qualified' },
    });
    const conversationId = row?.conversationId;
    const accepted = await agent.ask(AGENT_COMMAND.acceptHandoff, {
      conversationId,
      clientId: crypto.randomUUID(),
    });
    expect(accepted.ok).toBe(true);

    const cookie = await world.signIn('tidewater', 'agent');
    const response = await world.http('GET', `/api/conversations/${conversationId}/bundle`, { cookie });
    const { hash, ...bundle } = bundleSchema.parse(await response.json());
    const view = await viewOf(visitor);
    expect(view.owner).toMatchObject({ kind: 'agent', name: 'Tomás Reyes' });
    expect(hash).toBe(contentHash(bundle));
    expect(bundle).toMatchObject({
      verdict: 'qualified',
      reason: 'qualified',
      visitor: { label: 'Dana Whitfield' },
    });
    const filled = new Map(
      bundle.slots.filter(({ state }) => state === 'filled').map((slot) => [slot.key, slot]),
    );
    expect(filled.get('name')?.current?.value).toBe('Dana Whitfield');
    expect(filled.get('email')?.current?.value).toBe('dana@brightwellvets.example');
    expect(filled.get('team_size')?.current?.value).toEqual({ min: 14, max: 14 });
    expect(filled.get('use_case')?.current?.value).toContain('appointment reminders');
    const texts = new Map(view.messages.map((message) => [message.messageId, message.text]));
    for (const { current } of filled.values()) {
      expect(current?.evidence.length).toBeGreaterThan(0);
      for (const { messageId, start, end, quote } of current?.evidence ?? []) {
        expect(texts.get(messageId)?.slice(start, end)).toBe(quote);
      }
    }
    expect(replies[0]).toMatch(/Outlook/);
    expect(replies.at(-1)).toMatch(/colleague/);

    const takenOverAt = view.messages.at(-1)?.seq ?? 0;
    const text = 'Hi Dana, Tomás here. Yes, Outlook works.';
    await agent.ask(AGENT_COMMAND.sendMessage, { conversationId, clientId: crypto.randomUUID(), text });
    await visitor.ask(VISITOR_COMMAND.sendMessage, {
      clientId: crypto.randomUUID(),
      text: 'great, and what does it cost?',
      kind: 'text',
    });
    const later = (await viewOf(visitor)).messages.filter(({ seq }) => seq > takenOverAt);
    expect(later.map(({ actor }) => actor.kind)).toEqual(['agent', 'visitor']);
    const owed = 'SELECT id FROM conversation WHERE id = $1 AND turn_due_at IS NOT NULL';
    expect(await world.sql(owed, [conversationId]), 'the assistant owes nothing').toEqual([]);
  });
});
