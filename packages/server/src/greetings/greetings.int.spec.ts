import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, SITE_ORIGIN, type World } from '../../test/world.js';

const RULE = {
  key: 'pricing-help',
  text: { en: 'Questions about prices?', de: 'Fragen zu den Preisen?' },
  pages: ['/pricing'],
  campaigns: [],
  afterSeconds: 20,
  whenLeaving: false,
};

let world: World;
let site: string;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { ADDRESS_REQUESTS_PER_MINUTE: '60' });
  cookie = await world.signIn('tidewater', 'admin');
  const [found] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  site = found?.id ?? '';
  expect((await save([RULE])).status).toBe(200);
});
afterAll(() => world?.stop());

const save = (greetings: readonly object[]) =>
  world.http('PUT', `/api/sites/${site}/widget`, { cookie, body: { greetings } });
const ask = async (path: string, body: object, origin: string | null = SITE_ORIGIN) => {
  const response = await fetch(world.url + path, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...(origin === null ? {} : { origin }) },
    body: JSON.stringify(body),
  });
  return { response, reply: (await response.json()) as { ok: boolean; value: { greetings: object[] } } };
};
const counts = async () =>
  (
    (await (await world.http('GET', `/api/sites/${site}/greetings`, { cookie })).json()) as {
      counts: object[];
    }
  ).counts;

describe('greetings', () => {
  it('reach pages of the site in their language, and say nothing else of the site', async () => {
    const { response, reply } = await ask('/v1/greetings', { siteKey: 'demo-tidewater', locale: 'de-AT' });
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN);
    expect(reply).toEqual({ ok: true, value: { greetings: [{ ...RULE, text: RULE.text.de }] } });
    const { reply: english } = await ask('/v1/greetings', { siteKey: 'demo-tidewater', locale: 'sv' });
    expect(english.value.greetings).toMatchObject([{ text: RULE.text.en }]);
  });

  it('A26: are refused to pages of another origin, and to nobody’s', async () => {
    for (const origin of ['https://evil.example', 'null', null]) {
      const { response, reply } = await ask(
        '/v1/greetings',
        { siteKey: 'demo-tidewater', locale: 'en' },
        origin,
      );
      expect([response.status, reply.ok]).toEqual([403, false]);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('make no visitor, and are counted by rule when they were shown', async () => {
    const before = await world.sql('SELECT 1 FROM visitor');
    for (let times = 0; times < 3; times += 1)
      await ask('/v1/greetings/shown', { siteKey: 'demo-tidewater', key: RULE.key });
    expect(await counts()).toEqual([{ key: RULE.key, times: 3 }]);
    expect(await world.sql('SELECT 1 FROM visitor')).toHaveLength(before.length);
  });

  it('that the site does not have are not counted', async () => {
    const { response } = await ask('/v1/greetings/shown', { siteKey: 'demo-tidewater', key: 'made-up' });
    expect(response.status).toBe(404);
    expect(await counts()).toHaveLength(1);
  });

  it('that could never come, or are no rules, are refused', async () => {
    for (const wrong of [
      { ...RULE, afterSeconds: null },
      { ...RULE, afterSeconds: 0 },
      { ...RULE, pages: ['pricing'] },
      { ...RULE, text: { de: 'Nur Deutsch' } },
      { ...RULE, key: 'Not a key' },
      { ...RULE, always: true },
    ])
      expect((await save([wrong])).status, JSON.stringify(wrong)).toBe(400);
    expect((await save([RULE, RULE])).status).toBe(400);
  });

  it('are asked for only so often from one address', async () => {
    let refused = 0;
    for (let times = 0; times < 80; times += 1) {
      const { response } = await ask('/v1/greetings', { siteKey: 'demo-tidewater', locale: 'en' });
      if (response.status === 429) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
});
