import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { until } from '../../test/chat.js';
import { createWorld, SITE_ORIGIN, type World } from '../../test/world.js';
import { SiteSightings } from './site-sightings.service.js';
import { Sites } from './sites.service.js';

let world: World;
let site: string;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const [found] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  site = found?.id ?? '';
  cookie = await world.signIn('tidewater', 'admin');
});
afterAll(() => world?.stop());

interface Answer {
  readonly now: string;
  readonly sightings: readonly { origin: string; accepted: boolean; lastSeenAt: string }[];
}

async function sightings(): Promise<Answer> {
  return (await (await world.http('GET', `/api/sites/${site}/sightings`, { cookie })).json()) as Answer;
}

describe('whether the widget is installed', () => {
  it('is unknown until a widget has knocked', async () => {
    expect((await sightings()).sightings).toEqual([]);
  });

  it('shows where it was accepted, and where its origin was refused', async () => {
    await world.visitor('tidewater');
    // An origin that no site knows does not even get to name a site; one that another site allows does.
    const [other] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-alpenrad'`);
    await world.http('PATCH', `/api/sites/${other?.id}`, {
      cookie: await world.signIn('alpenrad', 'admin'),
      body: { origins: [SITE_ORIGIN, 'https://staging.customer.example'] },
    });
    await expect(world.visitor('tidewater', { origin: 'https://staging.customer.example' })).rejects.toThrow(
      'site_refused',
    );
    const seen = await until(async () => {
      const answer = await sightings();
      return answer.sightings.length === 2 ? answer : null;
    });
    const byOrigin = new Map(seen.sightings.map((each) => [each.origin, each]));
    expect(byOrigin.get(SITE_ORIGIN)?.accepted).toBe(true);
    expect(byOrigin.get('https://staging.customer.example')?.accepted).toBe(false);
    for (const { lastSeenAt } of seen.sightings)
      expect(Math.abs(Date.parse(seen.now) - Date.parse(lastSeenAt))).toBeLessThan(60_000);
  });

  it('a stranger who names many origins cannot push out the ones that were accepted', async () => {
    const sites = world.server.app.get(Sites, { strict: false });
    const known = await sites.authorize('demo-tidewater', SITE_ORIGIN);
    const all = world.server.app.get(SiteSightings, { strict: false });
    for (let place = 0; place < 60; place += 1) all.saw(known, `https://x${place}.example`, false);
    let more = 0;
    const seen = await until(async () => {
      // What several wrote at the same moment is cut down by the next one.
      all.saw(known, `https://y${more++}.example`, false);
      const { sightings: each } = await sightings();
      return each.length === 50 ? each : null;
    });
    expect(seen.some(({ origin }) => origin === SITE_ORIGIN)).toBe(true);
  });
});
