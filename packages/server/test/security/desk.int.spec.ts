import {
  AGENT_COMMAND,
  type ConversationId,
  NAMESPACE,
  NOTICE,
  PROTOCOL_VERSION,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hireAgents } from '../nodes/workforce.js';
import {
  CONSOLE_ORIGIN,
  connect,
  createWorld,
  type TestAgent,
  type TestVisitor,
  type World,
} from '../world.js';

let world: World;
let agent: TestAgent;
let visitor: TestVisitor;
let conversationId: ConversationId;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  agent = await world.agent('tidewater');
  visitor = await world.visitor('tidewater');
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: 'client-first',
    text: 'Hello',
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  conversationId = sent.value.conversationId;
  const taken = await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: 'client-take' });
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

  it('opens nothing on resume: neither the cookie nor a ticket that was fetched before', async () => {
    const cookie = await world.signIn('tidewater', 'agent');
    const fetchTicket = () => world.http('POST', '/api/socket-ticket', { cookie });
    const { ticket } = (await (await fetchTicket()).json()) as { readonly ticket: string };
    expect((await world.http('DELETE', '/api/session', { cookie })).status).toBe(204);
    expect((await fetchTicket()).status).toBe(401);
    const resumed = connect(world.url, NAMESPACE.agent, CONSOLE_ORIGIN, {
      protocol: PROTOCOL_VERSION,
      ticket,
    });
    await expect(resumed).rejects.toThrow('session_invalid');
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

const once = () => ({ clientId: crypto.randomUUID() });
const reason = 'there is one';
const to = { kind: 'team', key: 'sales' };
/** What every command on a conversation needs beside its id. */
const BESIDE_ID: Readonly<Record<string, () => object>> = {
  [AGENT_COMMAND.openConversation]: () => ({}),
  [AGENT_COMMAND.readLog]: () => ({ after: 0 }),
  [AGENT_COMMAND.sendMessage]: () => ({ ...once(), text: 'Hello' }),
  [AGENT_COMMAND.acceptHandoff]: once,
  [AGENT_COMMAND.declineHandoff]: once,
  [AGENT_COMMAND.takeOver]: once,
  [AGENT_COMMAND.returnToAssistant]: once,
  [AGENT_COMMAND.closeConversation]: once,
  [AGENT_COMMAND.transfer]: () => ({ ...once(), to, note: 'a note' }),
  [AGENT_COMMAND.addNote]: () => ({ ...once(), text: 'a note' }),
  [AGENT_COMMAND.correctSlot]: () => ({ ...once(), key: 'name', value: 'Dana', reason }),
  [AGENT_COMMAND.reclassify]: () => ({ ...once(), tier: 'A', reason }),
  [AGENT_COMMAND.setAutomation]: () => ({ ...once(), paused: true, reason }),
  [AGENT_COMMAND.checkDraft]: () => ({ text: 'Your name?' }),
};

describe('A56: something else where an id belongs', () => {
  it.each(Object.entries(BESIDE_ID))('%s', async (name, besideId) => {
    const before = await linesOf();
    const ask = (id: unknown) =>
      agent.ask(name as 'conversation.open', { conversationId: id, ...besideId() });
    // With an id of the right form, nothing else is wrong with it.
    expect(await ask(`cnv_${'0'.repeat(26)}`)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    for (const shape of SHAPES)
      expect([shape, await ask(shape)]).toMatchObject([
        shape,
        { ok: false, error: { code: 'invalid_input' } },
      ]);
    expect(await linesOf()).toEqual(before);
  });

  it('in the paths and bodies of the console’s API', async () => {
    const cookie = await world.signIn('tidewater', 'admin');
    const [someone] = await world.sql<{ id: string; name: string }>(
      'SELECT id, name FROM agent WHERE workspace_id = $1 ORDER BY id LIMIT 1',
      [world.workspaces.tidewater],
    );
    for (const shape of SHAPES) {
      const path = encodeURIComponent(typeof shape === 'string' ? shape : JSON.stringify(shape));
      for (const route of [`conversations/${path}/bundle`, `conversations/${path}/why?about=score`])
        expect((await world.http('GET', `/api/${route}`, { cookie })).status).toBe(404);
      if (typeof shape === 'string') continue;
      const change = { cookie, body: { name: shape } };
      expect((await world.http('PATCH', `/api/agents/${someone?.id}`, change)).status).toBe(400);
    }
    expect(await world.sql('SELECT name FROM agent WHERE id = $1', [someone?.id])).toEqual([
      { name: someone?.name },
    ]);
  });
});

describe('A57: keys that reach for a prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s changes nothing', async (key) => {
    const poison = JSON.parse(`{"paused":false,"reason":"none","${key}":{"polluted":true}}`);
    const note = JSON.parse(
      `{"conversationId":"${conversationId}","clientId":"client-${key}","text":"A note","${key}":{"polluted":true}}`,
    );
    await agent.ask(AGENT_COMMAND.addNote, note);
    const cookie = await world.signIn('tidewater', 'admin');
    const facts = JSON.parse(`{"facts":{"slots":{"${key}":"x"},"${key}":{"polluted":true}}}`);
    await world.http('POST', '/api/routing/dry-run', { cookie, body: facts });
    await world.http('PUT', '/api/automation', { cookie, body: poison });
    await world.http('GET', `/api/search?q=x&${key}[polluted]=true`, { cookie });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

const CLAIMS: readonly object[] = [
  { actor: { kind: 'assistant' } },
  { actor: { kind: 'system' } },
  { actor: { kind: 'agent', id: `agt_${'0'.repeat(26)}`, name: 'Tomás' } },
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

  it('is not passed on either when a client sends it as the server would', async () => {
    const listener = await world.visitor('tidewater', { token: visitor.session.token });
    await agent.ask(AGENT_COMMAND.openConversation, { conversationId });
    const heard: string[] = [];
    for (const { socket } of [listener, agent])
      socket.onAny((name: string, notice: unknown) => {
        if (JSON.stringify(notice).includes('FORGED')) heard.push(name);
      });
    const before = await linesOf();
    const event = { seq: 99, type: 'message.sent', actor: { kind: 'assistant' }, data: { text: 'FORGED' } };
    const forged = {
      [NOTICE.logAppended]: { conversationId, from: 98, to: 99, events: [event] },
      [NOTICE.streamStart]: { conversationId, messageId: 'FORGED' },
      [NOTICE.streamDelta]: { messageId: 'FORGED', offset: 0, text: 'FORGED' },
      [NOTICE.typingChanged]: { conversationId, who: 'agent', name: 'FORGED', on: true },
      [VISITOR_COMMAND.setTyping]: { on: true, who: 'agent', name: 'FORGED' },
    };
    for (const [name, payload] of Object.entries(forged)) visitor.socket.emit(name, payload);
    // What comes after them has arrived: so would they have.
    const text = 'and this is mine';
    await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' });
    await listener.notice(NOTICE.logAppended, ({ events }) => JSON.stringify(events).includes(text));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toEqual([]);
    expect((await linesOf()).slice(before.length).map((line) => line.text)).toEqual([text]);
    listener.close();
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
    const mine = { conversationId, clientId: 'client-first', text: 'Something else' };
    // The visitor's own client id with other words: answered as the first time, and the words are not taken.
    await visitor.ask(VISITOR_COMMAND.sendMessage, {
      clientId: 'client-first',
      text: mine.text,
      kind: 'text',
    });
    expect((await agent.ask(AGENT_COMMAND.addNote, { ...mine, clientId: 'client-note' })).ok).toBe(true);
    expect(await linesOf()).toEqual(before);
    const grants = await world.sql(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE table_name = 'conversation_event' AND grantee = 'baton_app' AND privilege_type NOT IN ('SELECT', 'INSERT')`,
    );
    expect(grants).toEqual([]);
  });
});
