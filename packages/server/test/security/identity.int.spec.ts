import {
  AGENT_COMMAND,
  type Bundle,
  type ConversationId,
  NOTICE,
  type Reply,
  type SessionOpened,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type TestVisitor, type World } from '../world.js';
import { createKey, signIdentity, type TestKey } from './sign-identity.js';

let world: World;
let site: string;
let key: TestKey;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const [row] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  site = row?.id ?? '';
  key = await createKey(world, site);
});
afterAll(() => world?.stop());

const once = () => crypto.randomUUID();
const page = { url: '', title: '', referrer: '' };

function open(visitor: TestVisitor, identity?: unknown, more: object = {}): Promise<Reply<SessionOpened>> {
  return visitor.ask(VISITOR_COMMAND.openSession, { page, locale: 'en', timeZone: 'UTC', identity, ...more });
}

async function say(visitor: TestVisitor, text: string): Promise<ConversationId> {
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: once(), text, kind: 'text' });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.conversationId;
}

async function enter(
  subject: string,
  token?: string,
): Promise<{ visitor: TestVisitor; session: SessionOpened }> {
  const visitor = await world.visitor('tidewater', token ? { token } : {});
  const opened = await open(visitor, await signIdentity(key, { sub: subject, name: 'Ann Lake' }));
  if (!opened.ok) throw new Error(opened.error.code);
  return { visitor, session: opened.value };
}

describe('who has signed in', () => {
  it('is whom the example of the guide signs', async () => {
    const example = new URL('../../../../examples/signed-visitor/sign-visitor.js', import.meta.url);
    const { signVisitor } = (await import(example.href)) as {
      signVisitor: (user: object, key: object) => string;
    };
    const user = {
      id: 'user-4711',
      name: 'Dana Winter',
      email: 'dana@example.com',
      attributes: { plan: 'team' },
    };
    const opened = await open(
      await world.visitor('tidewater'),
      signVisitor(user, { siteKey: 'demo-tidewater', ...key }),
    );
    expect(opened).toMatchObject({ ok: true, value: { verified: true } });
  });

  it('finds their own conversation on another device', async () => {
    const phone = await enter('two-devices');
    const conversationId = await say(phone.visitor, 'from the phone');
    const desk = await enter('two-devices');
    expect(desk.session.visitorId).toBe(phone.session.visitorId);
    expect(desk.session.conversation?.id).toBe(conversationId);
    const log = await desk.visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(log)).toContain('from the phone');
  });

  it('is told apart, in bundle and log, from what somebody typed', async () => {
    const { visitor } = await enter('typed-and-signed');
    const conversationId = await say(visitor, 'my email is somebody.else@typed.example');
    const cookie = await world.signIn('tidewater', 'agent');
    const read = async () =>
      (await (
        await world.http('GET', `/api/conversations/${conversationId}/bundle`, { cookie })
      ).json()) as Bundle;
    await expect
      .poll(async () => (await read()).visitor.claimed.email, { timeout: 8_000 })
      .toBe('somebody.else@typed.example');
    expect((await read()).visitor.verified).toMatchObject({
      subject: 'typed-and-signed',
      name: 'Ann Lake',
      email: null,
    });
    const log = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(log)).not.toContain('visitor.verified');
  });

  it('A36: an e-mail that was not signed is not there, whatever comes beside the token', async () => {
    const visitor = await world.visitor('tidewater');
    const signed = await signIdentity(key, { sub: 'no-email' });
    expect(await open(visitor, signed, { email: 'boss@customer.example' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    expect(await open(visitor, signed)).toMatchObject({ ok: true });
    const [row] = await world.sql<{ identity: object }>(
      `SELECT identity FROM visitor WHERE subject = 'no-email'`,
    );
    expect(row?.identity).toMatchObject({ email: null });
  });

  it('A37: typing a known customer’s address or id opens nothing of theirs', async () => {
    const known = await enter('customer-77');
    await say(known.visitor, 'I am ann@lake.example and this is private');
    const stranger = await world.visitor('tidewater');
    await say(stranger, 'I am ann@lake.example, user customer-77, show me my chats');
    const again = await world.visitor('tidewater', { token: stranger.session.token });
    expect(again.session.visitorId).not.toBe(known.session.visitorId);
    expect(again.session.verified).toBe(false);
    const log = await again.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(log)).not.toContain('this is private');
  });

  it.each([
    { verified: true },
    { subject: 'admin' },
    { visitorId: `vis_${'0'.repeat(26)}` },
    { workspaceId: 'wsp_x' },
    { role: 'admin' },
    { attributes: { plan: 'pro' } },
  ])('A38, A39: %j beside the session is refused', async (more) => {
    const visitor = await world.visitor('tidewater');
    expect(await open(visitor, undefined, more)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
      clientId: once(),
      text: 'x',
      kind: 'text',
      ...more,
    });
    expect(sent).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });
});

describe('A41: a planted token', () => {
  it('is void once its victim has signed in, and the conversation goes on under another one', async () => {
    const attacker = await world.visitor('tidewater');
    const { token } = attacker.session;
    const conversationId = await say(attacker, 'planted');
    const ended = attacker.notice(NOTICE.sessionEnded);
    const victim = await enter('victim', token);
    expect(victim.session.token).not.toBe(token);
    expect(victim.session.conversation?.id).toBe(conversationId);
    await ended;
    const late = await world.visitor('tidewater', { token });
    expect(late.session.visitorId).not.toBe(victim.session.visitorId);
    expect(late.session.conversation).toBeNull();
  });

  it('of somebody else who is signed in does not make two people one', async () => {
    const ann = await enter('ann');
    await say(ann.visitor, 'private to Ann');
    const ben = await enter('ben', ann.session.token);
    expect(ben.session.visitorId).not.toBe(ann.session.visitorId);
    expect(ben.session.conversation).toBeNull();
    const after = await world.visitor('tidewater', { token: ann.session.token });
    expect(after.session.visitorId).not.toBe(ann.session.visitorId);
  });
});

describe('A42: the end of a session', () => {
  it('a logout reaches every connection of the token, and nothing more is told', async () => {
    const { visitor, session } = await enter('leaves');
    const conversationId = await say(visitor, 'before');
    const tab = await world.visitor('tidewater', { token: session.token });
    const ended = tab.notice(NOTICE.sessionEnded);
    expect(await visitor.ask('session.logout', {})).toEqual({ ok: true, value: null });
    expect(await ended).toMatchObject({ retry: true });
    expect(await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 })).toMatchObject({ ok: false });
    const heard: string[] = [];
    visitor.socket.onAny((name: string) => heard.push(name));
    const agent = await world.agent('tidewater');
    await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: once() });
    await agent.ask(AGENT_COMMAND.sendMessage, { conversationId, clientId: once(), text: 'are you there?' });
    expect(heard).toEqual([]);
    const back = await world.visitor('tidewater', { token: session.token });
    expect(back.session.conversation).toBeNull();
  });

  it('a proof that has run out opens nothing', async () => {
    const { visitor, session } = await enter('runs-out');
    await say(visitor, 'private');
    await world.sql(
      `UPDATE visitor_session SET verified_until = now() - interval '1 second' WHERE verified_until IS NOT NULL`,
    );
    const late = await world.visitor('tidewater', { token: session.token });
    expect(late.session.visitorId).not.toBe(session.visitorId);
    expect(late.session.conversation).toBeNull();
  });
});

describe('a site’s keys', () => {
  it('A60: a secret is shown once and stands nowhere in the open', async () => {
    const cookie = await world.signIn('tidewater', 'admin');
    const listed = await (await world.http('GET', `/api/sites/${site}/identity`, { cookie })).text();
    expect(listed).toContain(key.kid);
    expect(listed).not.toContain(key.secret);
    const rows = await world.sql<{ row: string }>('SELECT k::text AS row FROM site_identity_key k');
    expect(JSON.stringify(rows)).not.toContain(key.secret);
  });

  it('rotate: the old one stays until it is retired, and then its sessions end with it', async () => {
    const old = await createKey(world, site);
    const visitor = await world.visitor('tidewater');
    expect(await open(visitor, await signIdentity(old, { sub: 'rotated' }))).toMatchObject({ ok: true });
    const ended = visitor.notice(NOTICE.sessionEnded);
    const cookie = await world.signIn('tidewater', 'admin');
    await world.http('PATCH', `/api/sites/${site}/identity`, { cookie, body: { retire: old.kid } });
    await ended;
    expect(
      await open(await world.visitor('tidewater'), await signIdentity(old, { sub: 'rotated' })),
    ).toMatchObject({
      ok: false,
    });
    expect(
      await open(await world.visitor('tidewater'), await signIdentity(key, { sub: 'rotated' })),
    ).toMatchObject({
      ok: true,
    });
  });

  it('enforced: nobody chats without a signed identity', async () => {
    const cookie = await world.signIn('tidewater', 'admin');
    const enforce = (enforced: boolean) =>
      world.http('PATCH', `/api/sites/${site}/identity`, { cookie, body: { enforced } });
    const { session } = await enter('insider');
    const stranger = await world.visitor('tidewater');
    expect((await enforce(true)).status).toBe(200);
    try {
      await expect(world.visitor('tidewater')).rejects.toThrow('identity_required');
      await expect(world.visitor('tidewater', { token: stranger.session.token })).rejects.toThrow(
        'identity_required',
      );
      expect((await world.visitor('tidewater', { token: session.token })).session.verified).toBe(true);
    } finally {
      expect((await enforce(false)).status).toBe(200);
    }
  });
});

describe('A32: a visitor’s token', () => {
  it('stands in no answer to an agent, no event, no table and no address', async () => {
    const { visitor, session } = await enter('tokens');
    const conversationId = await say(visitor, 'hello');
    const cookie = await world.signIn('tidewater', 'agent');
    const agent = await world.agentOf(cookie);
    const seen = [
      await agent.ask(AGENT_COMMAND.openConversation, { conversationId }),
      await agent.ask(AGENT_COMMAND.openConsole, {}),
      await (await world.http('GET', '/api/conversations', { cookie })).text(),
      await (await world.http('GET', `/api/conversations/${conversationId}/bundle`, { cookie })).text(),
      await (await world.http('GET', '/metrics')).text(),
      await world.sql('SELECT v::text FROM visitor_session v'),
      await world.sql('SELECT e::text FROM conversation_event e'),
    ];
    expect(JSON.stringify(seen)).not.toContain(session.token);
    expect(JSON.stringify(visitor.socket.io.opts.query ?? {})).not.toContain(session.token);
  });

  it.each(['', 'x', 'x'.repeat(43), 42, {}, []])('A33: %j as a token is nobody’s', async (token) => {
    const known = await world.visitor('tidewater');
    const conversationId = await say(known, 'mine');
    const stranger = await world.visitor('tidewater', { token: token as string }).catch(() => null);
    const read = await stranger?.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(read ?? {})).not.toContain(conversationId);
    const closed = await stranger?.ask(VISITOR_COMMAND.closeConversation, { clientId: once() });
    expect(closed?.ok ?? false).toBe(false);
  });

  it('A40: what is looked up is a digest, so a near miss is as far away as any other', async () => {
    const { session } = await world.visitor('tidewater');
    const near = session.token.slice(0, -1) + (session.token.endsWith('A') ? 'B' : 'A');
    const [row] = await world.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM visitor_session WHERE token_hash = $1',
      [near],
    );
    expect(row?.n).toBe(0);
    const other = await world.visitor('tidewater', { token: near });
    expect(other.session.visitorId).not.toBe(session.visitorId);
  });
});
