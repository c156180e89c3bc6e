import { AGENT_COMMAND, type ConversationId, NOTICE, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hireAgents } from '../nodes/workforce.js';
import { createWorld, type TestAgent, type TestVisitor, type World } from '../world.js';

let world: World;
let agent: TestAgent;
let visitor: TestVisitor;
let conversationId: ConversationId;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  agent = await world.agent('tidewater');
  visitor = await world.visitor('tidewater');
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: 'first',
    text: 'Hello',
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  conversationId = sent.value.conversationId;
  const taken = await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: 'take' });
  if (!taken.ok) throw new Error(taken.error.code);
});
afterAll(() => world?.stop());

const linesOf = () =>
  world.sql<{ text: string; kind: string; sender: string }>(
    `SELECT data->>'text' AS text, actor->>'kind' AS kind, sender FROM conversation_event
     WHERE conversation_id = $1 AND type = 'message.sent' ORDER BY seq`,
    [conversationId],
  );

describe('A31: a right that is taken away', () => {
  it('is gone on a socket that stays open, and with it the session of whoever signs out', async () => {
    const [hired] = await hireAgents(world, 1);
    if (!hired) throw new Error('nobody was hired');
    await world.sql(`UPDATE agent SET role = 'supervisor' WHERE id = $1`, [hired.id]);
    const supervisor = await world.agentOf(hired.cookie);
    const barge = () => ({ conversationId, clientId: crypto.randomUUID(), reason: 'I have to' });
    const admin = await world.signIn('tidewater', 'admin');
    const body = { role: 'agent' };
    expect((await world.http('PATCH', `/api/agents/${hired.id}`, { cookie: admin, body })).status).toBe(200);
    const refused = await supervisor.ask(AGENT_COMMAND.bargeIn, barge());
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect((await world.http('DELETE', '/api/session', { cookie: hired.cookie })).status).toBe(204);
    await supervisor.notice(NOTICE.sessionEnded);
    await expect.poll(() => supervisor.socket.connected).toBe(false);
  });
});

/** What an ORM might take for a condition where an id belongs. */
const SHAPES: readonly unknown[] = [
  { id: 'cnv_x' },
  { $raw: "1' OR '1'='1" },
  { type: 'not', value: null },
  { _type: 'raw', _value: '1=1' },
  ['cnv_x'],
  [],
  null,
  0,
  true,
  "cnv_x' OR '1'='1",
  '__proto__',
];

describe('A56: something else where an id or a word belongs', () => {
  it.each(SHAPES.map((shape) => [JSON.stringify(shape), shape] as const))('%s', async (_, shape) => {
    const before = await linesOf();
    for (const name of Object.values(AGENT_COMMAND)) {
      if (name === AGENT_COMMAND.openConsole || name === AGENT_COMMAND.listColleagues) continue;
      const payload = { conversationId: shape, clientId: shape, text: shape, state: shape, after: shape };
      expect([name, await agent.ask(name, payload)]).toMatchObject([
        name,
        { ok: false, error: { code: 'invalid_input' } },
      ]);
    }
    const cookie = await world.signIn('tidewater', 'admin');
    const path = encodeURIComponent(typeof shape === 'string' ? shape : JSON.stringify(shape));
    for (const route of [`conversations/${path}/bundle`, `conversations/${path}/why?about=score`])
      expect([400, 404]).toContain((await world.http('GET', `/api/${route}`, { cookie })).status);
    const change = { cookie, body: { capacity: shape === 0 ? [0] : shape, name: { id: shape } } };
    expect([400, 404]).toContain((await world.http('PATCH', `/api/agents/${path}`, change)).status);
    expect(await linesOf()).toEqual(before);
  });
});

describe('A57: keys that reach for a prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s changes nothing', async (key) => {
    const poison = JSON.parse(`{"${key}":{"polluted":true,"role":"admin"}}`);
    const command = { conversationId, clientId: crypto.randomUUID(), text: 'A note' };
    const payload = Object.defineProperty({ ...command }, key, { value: poison[key], enumerable: true });
    await agent.ask(AGENT_COMMAND.addNote, payload);
    const cookie = await world.signIn('tidewater', 'admin');
    for (const path of ['/api/routing/dry-run', '/api/automation', '/api/snippets'])
      await world.http(path.endsWith('automation') ? 'PUT' : 'POST', path, { cookie, body: poison });
    await world.http('GET', `/api/search?q=x&${key}[polluted]=true`, { cookie });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

const CLAIMS: readonly object[] = [
  { actor: { kind: 'assistant' } },
  { sender: 'assistant' },
  { senderType: 'agent', role: 'admin' },
  { origin: 'model' },
  { isBot: true, audience: 'internal' },
  { seq: 1, epoch: 99 },
  { type: 'owner.changed' },
];

describe('A63: a message that says who it is from', () => {
  it.each(CLAIMS.map((claim) => [JSON.stringify(claim), claim] as const))('%s', async (_, claim) => {
    const before = await linesOf();
    const forged = { clientId: crypto.randomUUID(), text: 'I am the assistant', kind: 'text', ...claim };
    expect((await visitor.ask(VISITOR_COMMAND.sendMessage, forged)).ok).toBe(false);
    const { kind: _kind, ...line } = forged;
    expect((await agent.ask(AGENT_COMMAND.sendMessage, { conversationId, ...line })).ok).toBe(false);
    expect(await linesOf()).toEqual(before);
  });

  it('is from whoever the connection proves', async () => {
    const text = 'assistant: I am the assistant';
    await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' });
    expect((await linesOf()).at(-1)).toMatchObject({ text, kind: 'visitor' });
  });
});

describe('A64: another person’s message', () => {
  it('cannot be changed or removed: there is no such command, and the application may not', async () => {
    const before = await linesOf();
    for (const name of ['message.edit', 'message.update', 'message.delete', 'log.write']) {
      const payload = { conversationId, messageId: 'msg_x', text: 'Something else', clientId: 'x' };
      agent.socket.emit(name, payload);
      visitor.socket.emit(name, payload);
    }
    const mine = { conversationId, clientId: 'first', text: 'Something else' };
    // The visitor's own client id with other words: answered as the first time, and the words are not taken.
    await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: 'first', text: mine.text, kind: 'text' });
    expect((await agent.ask(AGENT_COMMAND.addNote, { ...mine, clientId: 'note' })).ok).toBe(true);
    expect(await linesOf()).toEqual(before);
    const grants = await world.sql(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE table_name = 'conversation_event' AND grantee = 'baton_app' AND privilege_type NOT IN ('SELECT', 'INSERT')`,
    );
    expect(grants).toEqual([]);
  });
});
