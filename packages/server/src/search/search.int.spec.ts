import type { SearchPage, SlotRecord } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn } from '../../test/chat.js';
import { createWorld, type World } from '../../test/world.js';
import { CONVERSATIONS, type Conversations, newEvent, SYSTEM } from '../conversations/index.js';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'agent');
});
afterAll(() => world?.stop());

async function search(query: Record<string, string>, by = cookie): Promise<SearchPage> {
  const response = await world.http('GET', `/api/search?${new URLSearchParams(query)}`, { cookie: by });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as SearchPage;
}

const chatSaying = async (...lines: string[]) => {
  const chat = await chatIn(world);
  for (const line of lines) await chat.send(line);
  return chat;
};
const named = (value: string): SlotRecord => ({
  key: 'name',
  kind: 'name',
  state: 'confirmed',
  current: { value, confidence: 1, reason: 'An agent knows them.', source: 'agent', evidence: [] },
  rivals: [],
  corrected: true,
  declinedEvidence: [],
});
const idsOf = (page: SearchPage) => page.hits.map(({ row }) => row.conversationId);

describe('searching conversations', () => {
  it('finds what was just said: all words, beginnings of words, whatever the case and accents', async () => {
    const wanted = await chatSaying('Wir brauchen einen Kalenderabgleich für die Größe Überlingen');
    const other = await chatSaying('We only need a price');
    for (const q of ['kalender', 'KALENDERABGLEICH grosse', 'uberlingen kalend', 'Größe, Kalender!']) {
      const page = await search({ q });
      expect(idsOf(page), q).toContain(wanted.id());
      expect(idsOf(page), q).not.toContain(other.id());
      expect(page.unread).toBe(0);
    }
    expect(idsOf(await search({ q: 'kalenderabgleich nirgends' }))).toEqual([]);
  });

  it('is kept as new as the log although nobody searches', async () => {
    const chat = await chatSaying('the marmalade is late');
    const isRead = () =>
      world.sql(
        `SELECT 1 FROM conversation c JOIN search_progress p ON p.conversation_id = c.id AND p.head = c.head
         JOIN search_posting t ON t.conversation_id = c.id AND t.term = 'marmalade' WHERE c.id = $1`,
        [chat.id()],
      );
    await expect.poll(isRead, { timeout: 15_000 }).toHaveLength(1);
  });

  it('shows the words where they stand in the message', async () => {
    const chat = await chatSaying('the zeppelin is ready');
    const [hit] = (await search({ q: 'zeppel' })).hits;
    expect(hit?.row.conversationId).toBe(chat.id());
    expect(hit?.message?.excerpt.slice(hit.message.start, hit.message.end)).toBe('zeppelin');
    expect(hit?.message?.from).toBe('visitor');
  });

  it('turns pages without losing or doubling one, and filters', async () => {
    const chats = [];
    for (let place = 0; place < 5; place += 1) chats.push(await chatSaying('pagination wanted here'));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: SearchPage = await search({ q: 'pagination', limit: '2', ...(after ? { after } : {}) });
      seen.push(...idsOf(page));
      after = page.next;
    } while (after);
    expect(seen.sort()).toEqual(chats.map((chat) => chat.id()).sort());
    expect((await search({ q: 'pagination', status: 'closed' })).hits).toEqual([]);
    expect((await search({ q: 'pagination', owner: 'assistant', status: 'open' })).hits).toHaveLength(5);
    expect((await search({ q: 'pagination', owner: 'me' })).hits).toEqual([]);
  });

  it('A59: stays in its own workspace, and takes no filter, operator or order that it does not name', async () => {
    await chatSaying('CANARY-9931 secret');
    const foreign = await world.signIn('alpenrad', 'admin');
    expect((await search({ q: 'CANARY' }, foreign)).hits).toEqual([]);
    for (const query of [
      'q=a&visitorId=x',
      'q=a&email__contains=a',
      'q=a&sort=row',
      'q=a&status[$ne]=open',
      'q=a&owner=%25',
      'q=a&q=b',
      'q=a&after=1;DROP TABLE x',
      'q=a&limit=100000',
    ]) {
      const response = await world.http('GET', `/api/search?${query}`, { cookie });
      expect(response.status, query).toBe(400);
      expect(await response.text()).not.toContain('CANARY');
    }
  });

  it('A55: quotes, wildcards, JSON paths and SQL in the words and filters are text', async () => {
    await chatSaying('a perfectly ordinary line');
    for (const q of [
      `' OR 1=1 --`,
      '%',
      '_',
      `"; DROP TABLE search_posting; --`,
      `row->>'label'`,
      '\\',
      '\u{10FFFF}',
    ]) {
      const page = await search({ q });
      for (const { message } of page.hits) expect(message?.excerpt).not.toMatch(/ordinary/);
      expect((await search({ q: 'ordinary', site: q.slice(0, 90) || 'x' })).hits).toEqual([]);
    }
    expect((await search({ q: 'ordinary' })).hits).toHaveLength(1);
  });

  it('finds a conversation by the label it carries now, not by the one before', async () => {
    const chat = await chatSaying('hello there');
    const log = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
    const relabel = async (label: string) => {
      // By a fact alone, so that no message has the name in it.
      await log.append({
        workspaceId: world.workspaces.tidewater,
        conversationId: chat.id(),
        epoch: null,
        decide: () => [newEvent('slot.corrected', SYSTEM, { slot: named(label) })],
      });
    };
    await relabel('Bartholomew Nightingale');
    expect(idsOf(await search({ q: 'nightin barth' }))).toEqual([chat.id()]);
    expect((await search({ q: 'nightingale' })).hits[0]?.message).toBeNull();
    await relabel('Ostertag');
    expect(idsOf(await search({ q: 'ostertag' }))).toEqual([chat.id()]);
    expect(idsOf(await search({ q: 'nightingale' }))).toEqual([]);
  });
});
