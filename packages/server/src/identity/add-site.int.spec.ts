import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../../test/world.js';

const SHOP = 'https://shop.customer.example';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'admin');
});
afterAll(() => world?.stop());

const add = (body: object) => world.http('POST', '/api/sites', { cookie, body });

describe('an administrator adds a site', () => {
  it('and visitors chat there with the key that the server made, on its origin only', async () => {
    const added = (await (await add({ name: 'Shop', origins: [SHOP] })).json()) as {
      id: string;
      key: string;
    };
    expect(added.key).toMatch(/^site-[0-9a-f]{20}$/);

    const visitor = await world.visitor('tidewater', { siteKey: added.key, origin: SHOP });
    expect(visitor.session.site.companyName).toBe('Tidewater');
    await expect(world.visitor('tidewater', { siteKey: added.key })).rejects.toThrow('site_refused');

    const acts = await world.sql(
      "SELECT 1 FROM audit_entry WHERE entry->>'action' = $1 AND entry->>'object' = $2",
      ['site.add', added.id],
    );
    expect(acts).toHaveLength(1);
  });

  it('refuses what is no origin or no time zone, and says which', async () => {
    const wrong = await add({ name: 'Shop', origins: ['https://shop.customer.example/path'] });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('https://shop.customer.example/path is not an origin');
    const nowhere = await add({ name: 'Shop', origins: [SHOP], timeZone: 'Mars/Olympus' });
    expect(nowhere.status).toBe(400);
    expect(await nowhere.text()).toContain('is not a time zone');
  });

  it('two sites have two keys', async () => {
    const keys = new Set<string>();
    for (const name of ['One', 'Two']) {
      const { key } = (await (await add({ name, origins: [SHOP] })).json()) as { key: string };
      keys.add(key);
    }
    expect(keys.size).toBe(2);
  });
});
