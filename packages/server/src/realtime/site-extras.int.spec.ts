import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createWorld, type World } from '../../test/world.js';
import { Attendance } from '../handoff/index.js';
import { CLOCK } from '../kernel/clock.js';

const SUNDAY = new Date('2026-11-29T12:00:00Z');

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'admin');
});
afterAll(() => world?.stop());

describe('whether a person is there, before anybody asks for one', () => {
  it('says since when nobody is, and nothing once somebody is', async () => {
    const before = await world.visitor('tidewater');
    expect(before.session.away).toEqual({ backAt: null });
    const agent = await world.agent('tidewater');
    await agent.ask('console.open', {});
    await agent.ask('presence.set', { state: 'available' });
    // What was seen holds for some seconds.
    await vi.waitFor(async () => expect((await world.visitor('tidewater')).session.away).toBeUndefined(), {
      timeout: 10_000,
      interval: 500,
    });
    agent.close();
  });

  it('says when the first team opens, by its hours', async () => {
    const monday = [{ from: '09:00', to: '17:00' }];
    const hours = { timeZone: 'Europe/Vienna', week: { mon: monday }, holidays: [] };
    const other = await world.signIn('alpenrad', 'admin');
    const body = { name: 'Sales', choose: 'least_busy', hours };
    const saved = await world.http('PUT', '/api/teams/sales', { cookie: other, body });
    expect(saved.status).toBe(200);
    const clock = vi.spyOn(world.server.app.get(CLOCK, { strict: false }), 'now').mockReturnValue(SUNDAY);
    const away = await world.server.app
      .get(Attendance, { strict: false })
      .findAway(world.workspaces.alpenrad);
    clock.mockRestore();
    expect(away).toEqual({ backAt: '2026-11-30T08:00:00.000Z' });
  });
});

describe('a site’s own words', () => {
  it('reach visitors in that language; unknown keys, languages and places are refused', async () => {
    const [site] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
    const change = (texts: object) =>
      world.http('PUT', `/api/sites/${site?.id}/widget`, { cookie, body: { texts } });
    expect((await change({ en: { write: 'Ask away', typing: '{name} types' } })).status).toBe(200);
    const { session } = await world.visitor('tidewater');
    expect(session.site.texts).toEqual({ write: 'Ask away', typing: '{name} types' });

    for (const wrong of [
      { en: { wriet: 'Ask away' } },
      { sv: { write: 'Fråga på' } },
      { en: { write: '' } },
      { en: { write: 'a'.repeat(201) } },
      { en: { write: 'Ask, {name}' } },
    ])
      expect((await change(wrong)).status, JSON.stringify(wrong)).toBe(400);
    const refused = await change({ en: { write: 'Ask, {name}' } });
    expect(await refused.text()).toContain('has no place {name} to fill in');
  });
});
