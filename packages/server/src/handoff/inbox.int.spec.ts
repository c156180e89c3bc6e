import { AGENT_COMMAND, type InboxRow } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, until } from '../../test/chat.js';
import { createWorld, type World } from '../../test/world.js';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'agent');
});
afterAll(() => world?.stop());

async function page(query: string): Promise<readonly InboxRow[]> {
  const response = await world.http('GET', `/api/conversations?${query}`, { cookie });
  expect(response.status).toBe(200);
  return ((await response.json()) as { rows: readonly InboxRow[] }).rows;
}

describe('the inbox', () => {
  it('is read page by page, latest first, without losing or doubling a row', async () => {
    for (let place = 0; place < 5; place += 1) await (await chatIn(world)).say(`hello ${place}`);
    const whole = await page('status=open&limit=50');
    const seen: InboxRow[] = [];
    let after = '';
    for (;;) {
      const rows = await page(`status=open&limit=2${after}`);
      if (rows.length === 0) break;
      seen.push(...rows);
      const last = rows.at(-1);
      after = `&after=${last?.lastAt},${last?.conversationId}`;
    }
    expect(seen.map((row) => row.conversationId)).toEqual(whole.map((row) => row.conversationId));
    expect(whole.length).toBeGreaterThanOrEqual(5);
    const refused = await world.http('GET', "/api/conversations?after=x' OR 1=1", { cookie });
    expect(refused.status).toBe(400);
  });

  it('begins with every conversation that waits for a person, however old its last line is', async () => {
    const waiting = await chatIn(world);
    await waiting.send('Talk to a person', 'human_request');
    await until(async () =>
      (await page('status=open&limit=50')).find((row) => row.conversationId === waiting.id())?.handoff
        ? true
        : null,
    );
    await world.sql(`UPDATE inbox_row SET last_at = now() - interval '9 days' WHERE conversation_id = $1`, [
      waiting.id(),
    ]);
    await world.sql(
      `INSERT INTO conversation (workspace_id, id, site_id, visitor_id, locale, time_zone, status, head)
       SELECT c.workspace_id, 'cnv_' || lpad(n::text, 26, '0'), c.site_id, c.visitor_id, 'en', 'UTC', 'closed', 1
       FROM conversation c, generate_series(1, 300) n WHERE c.id = $1`,
      [waiting.id()],
    );
    await world.sql(
      `INSERT INTO inbox_row (workspace_id, conversation_id, row, status, last_at)
       SELECT r.workspace_id, 'cnv_' || lpad(n::text, 26, '0'),
         r.row || jsonb_build_object('conversationId', 'cnv_' || lpad(n::text, 26, '0'), 'handoff', null,
           'owner', jsonb_build_object('kind', 'assistant')), 'open', now()
       FROM inbox_row r, generate_series(1, 300) n WHERE r.conversation_id = $1`,
      [waiting.id()],
    );
    const agent = await world.agentOf(cookie);
    const opened = await agent.ask(AGENT_COMMAND.openConsole, {});
    if (!opened.ok) throw new Error(opened.error.code);
    const ids = opened.value.inbox.map((row) => row.conversationId);
    expect(ids).toContain(waiting.id());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(200);
  });
});
