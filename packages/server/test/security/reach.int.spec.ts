import { AGENT_COMMAND, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../world.js';
import { createOwned, NOT_FOUND, type Owned } from './owned.js';

let world: World;
let owned: Owned;

beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  owned = await createOwned(world);
});
afterAll(() => world.stop());

describe('A28, A51: conversation ids of others on the agents’ socket', () => {
  it.each([
    [AGENT_COMMAND.openConversation, {}],
    [AGENT_COMMAND.readLog, { after: 0 }],
    [AGENT_COMMAND.sendMessage, { clientId: 'c-12345678', text: 'hello' }],
    [AGENT_COMMAND.setTyping, { on: true }],
    [AGENT_COMMAND.acceptHandoff, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.declineHandoff, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.takeOver, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.returnToAssistant, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.closeConversation, { clientId: 'c-12345678' }],
  ] as const)(
    '%s answers the one 404 for a foreign, an unknown and a malformed id',
    async (command, rest) => {
      const agent = await world.agent('alpenrad', 'admin');
      const before = await world.sql('SELECT count(*) FROM conversation_event');
      const ask = (conversationId: string) => agent.ask(command, { conversationId, ...rest });
      const foreign = await ask(owned.conversation);
      expect(foreign).toEqual({ ok: false, error: NOT_FOUND });
      expect(await ask(`cnv_${'0'.repeat(26)}`)).toEqual(foreign);
      expect(await ask("cnv_' OR 1=1")).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      expect(await world.sql('SELECT count(*) FROM conversation_event')).toEqual(before);
      agent.close();
    },
  );
});

describe('A28, A30: a visitor’s reach ends at their own conversation', () => {
  it.each([
    [VISITOR_COMMAND.sendMessage, { clientId: 'c-12345678', text: 'hello', kind: 'text' }],
    [VISITOR_COMMAND.readLog, { after: 0 }],
    [VISITOR_COMMAND.setTyping, { on: true }],
    [VISITOR_COMMAND.closeConversation, { clientId: 'c-12345678' }],
  ] as const)('%s with a conversation id in it is refused', async (command, payload) => {
    const stranger = await world.visitor('tidewater');
    const reply = await stranger.ask(command, { ...payload, conversationId: owned.conversation });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    stranger.close();
  });

  it('another visitor reads nothing, whatever they ask for', async () => {
    const stranger = await world.visitor('tidewater');
    expect(await stranger.ask(VISITOR_COMMAND.readLog, { after: 0 })).toEqual({
      ok: false,
      error: NOT_FOUND,
    });
    await stranger.ask(VISITOR_COMMAND.sendMessage, {
      clientId: crypto.randomUUID(),
      text: 'my own',
      kind: 'text',
    });
    const read = await stranger.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(read)).toContain('my own');
    expect(JSON.stringify(read)).not.toContain('CANARY');
    stranger.close();
  });

  it('what is internal never reaches the visitor', async () => {
    const visitor = await world.visitor('tidewater');
    const text = 'I need shift planning for 25 people, kim@lakeside-clinic.example';
    await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' });
    await visitor.notice('log.appended', ({ events }) =>
      events.some((event) => event.actor.kind === 'assistant'),
    );
    const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    const types = read.ok ? (read.value.batch?.events.map((event) => event.audience) ?? []) : [];
    expect(new Set(types)).toEqual(new Set(['public']));
    expect(JSON.stringify(read)).not.toMatch(/decision|verdict|"slot\./);
    visitor.close();
  });
});

describe('A32: the visitor token is shown once, to its visitor', () => {
  it('stands in no table, log line, event, bundle or inbox', async () => {
    const { token } = owned.visitor.session;
    const tables = await world.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const [row] = await world.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${name}" t WHERE t::text LIKE $1`,
        [`%${token}%`],
      );
      expect(row?.n, name).toBe(0);
    }
    const cookie = await world.signIn('tidewater', 'admin');
    for (const path of [
      '/api/conversations',
      `/api/conversations/${owned.conversation}/bundle`,
      '/metrics',
    ]) {
      expect(await (await world.http('GET', path, { cookie })).text()).not.toContain(token);
    }
    const again = await world.visitor('tidewater', { token });
    expect(again.session.token).toBe(token);
    expect(JSON.stringify(await again.ask(VISITOR_COMMAND.readLog, { after: 0 }))).not.toContain(token);
    again.close();
  });
});
