import { AGENT_COMMAND, type Bundle, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn, typesOf, until } from '../../test/chat.js';
import { createWorld, type TestAgent, type World } from '../../test/world.js';

let world: World;
let agent: TestAgent;
let supervisor: TestAgent;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  [agent, supervisor] = [await world.agent('tidewater'), await world.agent('tidewater', 'admin')];
});
afterAll(() => world?.stop());

const act = (chat: Chat) => ({ conversationId: chat.id(), clientId: crypto.randomUUID() });
const auditOf = (chat: Chat) =>
  world.sql<{ action: string; reason: string }>(
    `SELECT entry->>'action' AS action, entry->>'reason' AS reason FROM audit_entry
     WHERE entry->>'object' LIKE $1 ORDER BY seq`,
    [`${chat.id()}%`],
  );
async function owned(): Promise<Chat> {
  const chat = await chatIn(world);
  await chat.say('Hi, I am Dana Reed from Lakeside Clinic');
  expect((await agent.ask(AGENT_COMMAND.takeOver, act(chat))).ok).toBe(true);
  return chat;
}

describe('an override', () => {
  it('I18: leaves exactly one line in the audit trail, also when it is sent twice', async () => {
    const chat = await owned();
    const command = { ...act(chat), key: 'name', value: 'Dana Reid', reason: 'she spelled it' };
    for (const _ of [1, 2]) expect((await agent.ask(AGENT_COMMAND.correctSlot, command)).ok).toBe(true);
    await agent.ask(AGENT_COMMAND.reclassify, { ...act(chat), tier: 'A', reason: 'a friend of ours' });
    expect(await auditOf(chat)).toEqual([
      { action: 'slot.correct', reason: 'she spelled it' },
      { action: 'lead.reclassify', reason: 'a friend of ours' },
    ]);
    const cookie = await world.signIn('tidewater', 'admin');
    const verified = await (await world.http('GET', '/api/audit/verify', { cookie })).json();
    expect(verified).toMatchObject({ brokenAt: null });
  });

  it('I18: cannot be wiped out by the application, and an edit by the owner of the database shows', async () => {
    const chat = await owned();
    await agent.ask(AGENT_COMMAND.reclassify, { ...act(chat), tier: 'B', reason: 'second thoughts' });
    const [grants] = await world.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM information_schema.role_table_grants WHERE table_name = 'audit_entry'
       AND grantee = 'baton_app' AND privilege_type NOT IN ('SELECT', 'INSERT')`,
    );
    expect(grants?.n).toBe(0);
    await world.sql(`UPDATE audit_entry SET entry = entry || '{"reason":"nothing"}' WHERE seq = 1`);
    const cookie = await world.signIn('tidewater', 'admin');
    const verified = await (await world.http('GET', '/api/audit/verify', { cookie })).json();
    expect(verified).toMatchObject({ brokenAt: 1 });
  });

  it('becomes what the bundle says, the same bytes over HTTP and from the log', async () => {
    const chat = await owned();
    await agent.ask(AGENT_COMMAND.correctSlot, {
      ...act(chat),
      key: 'name',
      value: 'Dana R.',
      reason: 'by phone',
    });
    const cookie = await world.signIn('tidewater', 'agent');
    const read = async () =>
      (await world.http('GET', `/api/conversations/${chat.id()}/bundle`, { cookie })).text();
    const bytes = await read();
    expect(await read()).toBe(bytes);
    const bundle: Bundle = JSON.parse(bytes);
    expect(bundle.slots.find(({ key }) => key === 'name')?.current).toMatchObject({
      value: 'Dana R.',
      source: 'agent',
    });
    expect(bundle.corrections).toMatchObject([{ reason: 'by phone' }]);
  });

  it('names what it replaces, however many are made at once', async () => {
    const chat = await owned();
    const fix = (value: string) =>
      agent.ask(AGENT_COMMAND.correctSlot, { ...act(chat), key: 'name', value, reason: 'she spelled it' });
    const replies = await Promise.all(['Dana A', 'Dana B', 'Dana C', 'Dana D'].map(fix));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const made = (await chat.log()).flatMap((event) =>
      event.type === 'override.recorded' && event.data.override.kind === 'slot' ? [event.data.override] : [],
    );
    expect(made.map(({ before }) => before)).toEqual([
      'Dana Reed',
      ...made.slice(0, -1).map(({ after }) => after),
    ]);
  });

  it('is refused without a reason, for a slot that is not there, and with words that nobody said', async () => {
    const chat = await owned();
    const fix = (change: object) =>
      agent.ask(AGENT_COMMAND.correctSlot, {
        ...act(chat),
        key: 'name',
        value: 'X',
        reason: 'because',
        ...change,
      });
    const messageId = `msg_${'0'.repeat(26)}`;
    for (const bad of [{ reason: '' }, { key: 'shoe_size' }, { evidence: { messageId, start: 0, end: 3 } }])
      expect((await fix(bad)).ok).toBe(false);
  });
});

describe('one voice', () => {
  it('a note never reaches the visitor', async () => {
    const chat = await owned();
    expect((await agent.ask(AGENT_COMMAND.addNote, { ...act(chat), text: 'WHISPER-4711' })).ok).toBe(true);
    const reply = await chat.visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(reply)).not.toContain('WHISPER-4711');
    expect(JSON.stringify(await chat.log())).toContain('WHISPER-4711');
  });

  it('only a supervisor barges in, and the one who had it may not write any more', async () => {
    const chat = await owned();
    const barge = (who: TestAgent) =>
      who.ask(AGENT_COMMAND.bargeIn, { ...act(chat), reason: 'angry customer' });
    expect(await barge(agent)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect((await barge(supervisor)).ok).toBe(true);
    const sent = await agent.ask(AGENT_COMMAND.sendMessage, { ...act(chat), text: 'still me?' });
    expect(sent).toMatchObject({ ok: false, error: { code: 'not_owner' } });
  });

  it('is passed on with a note, and never without somebody or a queue', async () => {
    const chat = await owned();
    await supervisor.ask(AGENT_COMMAND.setPresence, { state: 'available' });
    const list = await agent.ask(AGENT_COMMAND.listColleagues, {});
    const target = list.ok ? list.value.colleagues.find(({ role }) => role === 'admin') : undefined;
    const moved = await agent.ask(AGENT_COMMAND.transfer, {
      ...act(chat),
      to: { kind: 'agent', id: target?.id },
      note: 'wants the enterprise plan',
    });
    expect(moved.ok).toBe(true);
    await until(async () => (typesOf(await chat.log()).includes('handoff.offered') ? true : null));
    expect((await supervisor.ask(AGENT_COMMAND.acceptHandoff, act(chat))).ok).toBe(true);
  });
});
