import {
  AGENT_COMMAND,
  type Bundle,
  type ConversationId,
  type LogEventOf,
  NOTICE,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { bundleSchema } from '@baton/shared-types/schemas';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { until } from '../../test/chat.js';
import { DEFAULT_PLAYBOOK } from '../../test/play-visitor.js';
import { createWorld, type TestAgent, type World } from '../../test/world.js';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { canonicalJson, contentHash } from '../kernel/digest.js';
import { Playbooks } from '../qualification/index.js';

let world: World;
let agent: TestAgent;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  agent = await world.agent('alpenrad');
  cookie = await world.signIn('alpenrad', 'agent');
  await agent.ask(AGENT_COMMAND.openConsole, {});
});
afterAll(() => world?.stop());

const read = async (path: string) =>
  (await world.http('GET', `/api/conversations/${path}`, { cookie })).text();

/** A visitor of the German company who asks for a person, and the bundle as it was recorded then. */
async function handedOver(): Promise<{ readonly id: ConversationId; readonly recorded: Bundle }> {
  await agent.ask(AGENT_COMMAND.setPresence, { state: 'available' });
  const visitor = await world.visitor('alpenrad');
  const text =
    'Guten Tag, wir suchen eine Dienstplanung für 25 Leute. Ich möchte mit einem Menschen sprechen.';
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text,
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const { conversationId: id } = sent.value;
  const conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
  const recorded = await until(async () => {
    const log = await conversations.readLog(world.workspaces.alpenrad, id);
    const event = log.find((each): each is LogEventOf<'bundle.recorded'> => each.type === 'bundle.recorded');
    return event?.data.bundle ?? null;
  });
  return { id, recorded };
}

describe('a company whose people read German', () => {
  it('has German bundles, the same bytes from the log and over HTTP, and German rows and explanations', async () => {
    const noticed = agent.notice(NOTICE.inboxChanged, ({ rows }) =>
      rows.some(({ label }) => label.startsWith('Besucher ')),
    );
    const { id, recorded } = await handedOver();
    expect((await noticed).rows[0]?.label).toBe(`Besucher ${id.slice(-4)}`);
    expect(await read(`${id}/bundle?at=${recorded.seq}`)).toBe(canonicalJson(recorded));
    expect(recorded.visitor.label).toBe(`Besucher ${id.slice(-4)}`);
    expect(recorded.slots.map(({ label }) => label)).toContain('Teamgröße');
    expect(recorded.summary.map(({ text }) => text)).toContain('Hat um einen Menschen gebeten.');
    expect(recorded.timeline.map(({ text }) => text)).toContain('Der Besucher schrieb zum ersten Mal.');
    const team = recorded.slots.find(({ key }) => key === 'team_size');
    expect(team?.current?.reason).toBe('Eine Zahl von Personen, die damit arbeiten würden.');
    const why = JSON.parse(await read(`${id}/why?about=slot:team_size`)) as { sentences: { text: string }[] };
    expect(why.sentences[0]?.text).toBe('Teamgröße: bekannt.');
    const route = JSON.parse(await read(`${id}/why?about=route`)) as { sentences: { text: string }[] };
    expect(route.sentences[0]?.text).toMatch(/^Nach „default“ mit normaler Priorität an alle geleitet: /);
  });

  it('keeps what was recorded when it changes to another language, and every decision replays', async () => {
    const { id, recorded } = await handedOver();
    const playbooks = world.server.app.get(Playbooks, { strict: false });
    await playbooks.publish(world.workspaces.alpenrad, DEFAULT_PLAYBOOK, null);
    const again = bundleSchema.parse(JSON.parse(await read(`${id}/bundle?at=${recorded.seq}`)));
    const { hash, ...rest } = again;
    expect(canonicalJson(again)).toBe(canonicalJson(recorded));
    expect(hash).toBe(contentHash(rest));
    const now: Bundle = JSON.parse(await read(`${id}/bundle`));
    expect(now.summary.map(({ text }) => text)).toContain('Asked for a person.');
    const { decisions } = JSON.parse(await read(`${id}/decisions`)) as { decisions: { replays: boolean }[] };
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.every(({ replays }) => replays)).toBe(true);
  });
});
