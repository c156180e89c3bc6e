import { isDeepStrictEqual } from 'node:util';
import {
  AGENT_COMMAND,
  applyBatch,
  applyEvent,
  type ConversationId,
  emptyView,
  type LogBatch,
  NOTICE,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ASSISTANT, CONVERSATIONS, type Conversations, newEvent } from '../src/conversations/index.js';
import { createWorld, type TestVisitor, type World } from './world.js';

let world: World;
let log: Conversations;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  log = world.server.app.get<Conversations>(CONVERSATIONS);
});
afterAll(() => world.stop());

const send = (visitor: TestVisitor, text: string, clientId: string = crypto.randomUUID()) =>
  visitor.ask(VISITOR_COMMAND.sendMessage, { clientId, text, kind: 'text' });

async function begin(
  text = 'hello there',
): Promise<{ visitor: TestVisitor; conversationId: ConversationId }> {
  const visitor = await world.visitor('tidewater');
  const sent = await send(visitor, text);
  if (!sent.ok) throw new Error(sent.error.code);
  return { visitor, conversationId: sent.value.conversationId };
}

const spoken = (text: string, messageId = `msg_${'0'.repeat(26)}`) =>
  newEvent('message.sent', ASSISTANT, {
    messageId: messageId as never,
    text,
    kind: 'text',
    origin: 'template',
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: false,
    turnId: null,
  });

describe('the log of a conversation', () => {
  it.each([
    ['whose preview would end in half a character', `${'x'.repeat(159)}😀 hello`, null],
    ['that holds half a character', 'so \ud83d long', 'so \ufffd long'],
  ])('takes a message %s', async (_, text, stored) => {
    const { conversationId } = await begin(text);
    const events = await log.readLog(world.workspaces.tidewater, conversationId);
    const sent = events.find((event) => event.type === 'message.sent');
    expect(sent?.type === 'message.sent' && sent.data.text).toBe(stored ?? text);
  });

  it('I3: fifty writers at once leave a gapless seq that begins at 1', async () => {
    const { conversationId } = await begin();
    const { workspaces } = world;
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        log.append({
          workspaceId: workspaces.tidewater,
          conversationId,
          epoch: null,
          decide: () => [spoken(`line ${i}`), spoken(`more ${i}`)],
        }),
      ),
    );
    const events = await log.readLog(workspaces.tidewater, conversationId);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.length).toBeGreaterThanOrEqual(102);
  });

  it('I9: the same client id again answers the first place and keeps the first body', async () => {
    const { visitor } = await begin();
    const clientId = crypto.randomUUID();
    const first = await send(visitor, 'the first body', clientId);
    const again = await send(visitor, 'another body', clientId);
    expect(again).toEqual(first);
    const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(read)).not.toContain('another body');
  });

  it('I2: ten retries of one client id at once, over two connections, are one row', async () => {
    const { visitor } = await begin();
    const second = await world.visitor('tidewater', { token: visitor.session.token });
    const clientId = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => send(i % 2 ? visitor : second, 'once', clientId)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(
      await world.sql('SELECT seq FROM conversation_event WHERE client_id = $1', [clientId]),
    ).toHaveLength(1);
  });

  it('F28: a visitor who begins in fifty places at once has one conversation', async () => {
    const first = await world.visitor('tidewater');
    const tabs = await Promise.all(
      Array.from({ length: 10 }, () => world.visitor('tidewater', { token: first.session.token })),
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => send(tabs[i % tabs.length] ?? first, `line ${i}`)),
    );
    const ids = new Set(
      answers.map((answer) => (answer.ok ? answer.value.conversationId : answer.error.code)),
    );
    expect(ids.size).toBe(1);
  });

  it('a conversation begun in one tab reaches the visitor’s other tab', async () => {
    const one = await world.visitor('tidewater');
    const other = await world.visitor('tidewater', { token: one.session.token });
    const heard = other.notice(NOTICE.logAppended, ({ events }) =>
      JSON.stringify(events).includes('from the first tab'),
    );
    await send(one, 'from the first tab');
    await heard;
  });

  it('I5: the batches a client hears join up without a hole, and equal the log', async () => {
    const { visitor, conversationId } = await begin();
    const batches: LogBatch[] = [];
    visitor.socket.on(NOTICE.logAppended, (batch: LogBatch) => batches.push(batch));
    const start = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    if (!start.ok || !start.value.batch) throw new Error('no log');
    const { batch: first } = start.value;
    for (let i = 0; i < 5; i += 1) await send(visitor, `line ${i}`);
    const heard = () => {
      let cursor = first.to;
      let view = applyBatch(emptyView(conversationId), first);
      for (const batch of batches.filter((each) => each.to > cursor)) {
        expect(batch.from).toBe(cursor);
        view = applyBatch(view, batch);
        cursor = batch.to;
      }
      return view;
    };
    // The assistant may still be speaking: what was heard meets the log once it is silent.
    await expect
      .poll(async () => {
        const fresh = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
        if (!fresh.ok || !fresh.value.batch) throw new Error('no log');
        return isDeepStrictEqual(heard(), applyBatch(emptyView(conversationId), fresh.value.batch));
      })
      .toBe(true);
    expect(heard().messages.length).toBeGreaterThan(5);
  });

  it('I8: an old snapshot and the events since are a fresh snapshot, at every cut', async () => {
    const { conversationId } = await begin('I need shift planning for 25 people, kim@lakeside.example');
    const workspaceId = world.workspaces.tidewater;
    await expect.poll(async () => (await log.getState(workspaceId, conversationId)).head).toBeGreaterThan(4);
    const { view, cursor } = await log.snapshot(workspaceId, conversationId);
    const events = (await log.readLog(workspaceId, conversationId)).slice(0, cursor);
    for (let cut = 0; cut <= cursor; cut += 1) {
      const old = events.slice(0, cut).reduce(applyEvent, emptyView(conversationId));
      expect(events.slice(cut).reduce(applyEvent, old)).toEqual(view);
    }
  });

  it('F25: a cursor beyond the head is told to start anew', async () => {
    const { visitor } = await begin();
    expect(await visitor.ask(VISITOR_COMMAND.readLog, { after: 1_000_000 })).toEqual({
      ok: true,
      value: { batch: null, reset: true },
    });
  });

  it('a visitor who writes after the conversation was closed begins a new one', async () => {
    const { visitor, conversationId } = await begin();
    await visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: crypto.randomUUID() });
    const sent = await send(visitor, 'one more thing');
    expect(sent.ok && sent.value.conversationId).not.toBe(conversationId);
    expect(sent.ok && sent.value.seq).toBe(2);
  });
});

describe('I14: one voice', () => {
  it('what the assistant wrote under an older epoch is refused by the append', async () => {
    const { conversationId } = await begin();
    const workspaceId = world.workspaces.tidewater;
    const { epoch } = await log.getState(workspaceId, conversationId);
    const agent = await world.agent('tidewater');
    await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
    const late = log.append({ workspaceId, conversationId, epoch, decide: () => [spoken('too late')] });
    await expect(late).rejects.toMatchObject({ code: 'epoch_stale' });
    const unfenced = log.append({
      workspaceId,
      conversationId,
      epoch: null,
      decide: () => [spoken('without a fence')],
    });
    await expect(unfenced).rejects.toMatchObject({ code: 'not_owner' });
  });

  it('a takeover in mid-stream keeps what was released, marked as interrupted, and before the change', async () => {
    const { conversationId } = await begin();
    const workspaceId = world.workspaces.tidewater;
    await expect.poll(async () => (await log.getState(workspaceId, conversationId)).head).toBeGreaterThan(3);
    const { epoch } = await log.getState(workspaceId, conversationId);
    const messageId = `msg_${'1'.repeat(26)}` as never;
    const speech = { messageId, turnId: `trn_${'1'.repeat(26)}` as never, text: 'Our plans start', epoch };
    expect(await log.release(workspaceId, conversationId, speech)).toBe(true);
    const agent = await world.agent('tidewater');
    const taken = await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
    expect(taken.ok).toBe(true);
    expect(await log.release(workspaceId, conversationId, { ...speech, text: 'Our plans start at 20' })).toBe(
      false,
    );
    const events = await log.readLog(workspaceId, conversationId);
    const change = events.findIndex((event) => event.type === 'owner.changed');
    const before = events.slice(0, change).findLast((event) => event.type === 'message.sent');
    expect(before?.data).toMatchObject({ messageId, text: 'Our plans start', interrupted: true });
    const after = events
      .slice(change)
      .filter((event) => event.type === 'message.sent' && event.actor.kind === 'assistant');
    expect(after).toEqual([]);
  });

  it('F29: of twenty agents’ takeovers at once exactly one wins and the others learn who', async () => {
    const { conversationId } = await begin();
    const agents = await Promise.all(
      Array.from({ length: 20 }, (_, i) => world.agent('tidewater', i % 2 ? 'agent' : 'admin')),
    );
    const answers = await Promise.all(
      agents.map((agent) =>
        agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() }),
      ),
    );
    const events = await log.readLog(world.workspaces.tidewater, conversationId);
    expect(events.filter((event) => event.type === 'owner.changed')).toHaveLength(1);
    const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    // Ten connections belong to each of two people: the winner's own repetitions are no defeat.
    expect(lost).toHaveLength(10);
    expect(new Set(lost.map((error) => error.code))).toEqual(new Set(['handoff_taken']));
    expect(lost[0]?.details?.[0]).toMatch(/Ada Lindqvist|Tomás Reyes/);
    for (const agent of agents) agent.close();
  });

  it('an agent who does not own the conversation cannot write into it', async () => {
    const { conversationId } = await begin();
    const agent = await world.agent('tidewater');
    const message = { conversationId, clientId: crypto.randomUUID(), text: 'hello' };
    expect(await agent.ask(AGENT_COMMAND.sendMessage, message)).toMatchObject({
      ok: false,
      error: { code: 'not_owner' },
    });
  });
});
