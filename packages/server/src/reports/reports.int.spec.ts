import type { Report } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, until } from '../../test/chat.js';
import { createWorld, type World } from '../../test/world.js';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'admin');
});
afterAll(() => world?.stop());

// Wide enough for any zone and for a test that runs at midnight.
const today = Date.now();
const day = (shift: number) => new Date(today + shift * 86_400_000).toISOString().slice(0, 10);
const PERIOD = `from=${day(-2)}&to=${day(2)}`;

async function report(query = '', by = cookie): Promise<Report> {
  const response = await world.http('GET', `/api/reports?${PERIOD}${query}`, { cookie: by });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Report;
}

describe('reports', () => {
  it('count nothing before anything was said', async () => {
    const { total, groups, days, unread } = await report();
    expect(total.conversations).toBe(0);
    expect(groups).toEqual([]);
    expect(days).toHaveLength(5);
    expect(unread).toBe(0);
  });

  it('follow the log: a call for a person counts once it is made, and not twice when read again', async () => {
    const chat = await chatIn(world);
    await chat.say('what does it cost?');
    expect((await report()).total).toMatchObject({ conversations: 1, escalated: 0 });
    await chat.send('Talk to a person', 'human_request');
    await until(async () => ((await report()).total.escalated === 1 ? true : null));
    const again = await report('&by=playbook');
    expect(again.total.metrics.escalation_rate).toEqual({ value: 1, of: 1 });
    expect(again.total.metrics.acceptance_rate).toEqual({ value: 0, of: 1 });
    expect(again.groups).toHaveLength(1);
    expect((await report('&by=site')).groups[0]?.label).not.toBe('');
    expect(again.days.reduce((sum, each) => sum + each.conversations, 0)).toBe(1);
  });

  it('A59, A75: an export stays in its workspace and with its readers, and holds no formula', async () => {
    const chat = await chatIn(world);
    await chat.say('hello there');
    await world.sql(
      `UPDATE inbox_row SET row = jsonb_set(row, '{label}', to_jsonb($2::text)) WHERE conversation_id = $1`,
      [chat.id(), '=HYPERLINK("http://evil.example")'],
    );
    const path = `/api/reports/conversations.csv?${PERIOD}`;
    const response = await world.http('GET', path, { cookie });
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = await response.text();
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text.split('\r\n')[0]).toContain('"conversation","day","label"');
    const agent = await world.signIn('tidewater', 'agent');
    expect((await world.http('GET', path, { cookie: agent })).status).toBe(404);
    expect((await world.http('GET', `/api/reports?${PERIOD}`, { cookie: agent })).status).toBe(404);
    // That it was tried stands in the audit trail, once a minute. The answer does not wait for that.
    const refused = () =>
      world.sql(
        `SELECT entry->>'object' AS object, entry->>'reason' AS reason FROM audit_entry
         WHERE workspace_id = $1 AND entry->>'action' = 'access.refuse' ORDER BY seq`,
        [world.workspaces.tidewater],
      );
    await expect.poll(refused).toEqual([{ object: 'report.read', reason: 'is agent' }]);
    const foreign = await (
      await world.http('GET', path, { cookie: await world.signIn('alpenrad', 'admin') })
    ).text();
    expect(foreign.trim().split('\r\n')).toHaveLength(1);
  });

  it('A55: take no other period, zone or order', async () => {
    for (const query of [
      'from=2026-01-01&to=2025-01-01',
      'from=2020-01-01&to=2026-01-01',
      `${PERIOD}&timeZone=Mars/Olympus`,
      `${PERIOD}&timeZone=UTC';DROP TABLE x`,
      `${PERIOD}&by=label`,
      `${PERIOD}&sort=1`,
      'from=x&to=y',
    ]) {
      expect((await world.http('GET', `/api/reports?${query}`, { cookie })).status, query).toBe(400);
    }
  });
});
