import { VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { createWorld, type World } from '../../test/world.js';
import { VisitorSessions } from '../identity/index.js';
import { VisitorSession } from './visitor-session.service.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
});
afterAll(() => world?.stop());

it('who comes while ended sessions are being looked for is not taken for one of them', async () => {
  const app = world.server.app;
  await world.visitor('tidewater');
  const sessions = app.get(VisitorSessions, { strict: false });
  const listLive = sessions.listLive.bind(sessions);
  const arrived: { current: Awaited<ReturnType<World['visitor']>> | null } = { current: null };
  const looking = vi.spyOn(sessions, 'listLive').mockImplementationOnce(async (hashes) => {
    const live = await listLive(hashes);
    arrived.current = await world.visitor('tidewater');
    return live;
  });
  await app.get(VisitorSession, { strict: false }).endDead();
  expect(looking).toHaveBeenCalled();
  const payload = { clientId: crypto.randomUUID(), text: 'still here?', kind: 'text' };
  await expect(arrived.current?.ask(VISITOR_COMMAND.sendMessage, payload)).resolves.toMatchObject({
    ok: true,
  });
});

it('a line that comes while the session is being opened once more is taken, in its turn', async () => {
  const visitor = await world.visitor('tidewater');
  const page = { url: 'https://www.customer.example/', title: 'Home', referrer: '' };
  const opening = { page, locale: 'en', timeZone: 'UTC' };
  const lines = ['one', 'two', 'three'].map((text) => ({
    clientId: crypto.randomUUID(),
    text,
    kind: 'text',
  }));
  const [opened, ...sent] = await Promise.all([
    visitor.ask(VISITOR_COMMAND.openSession, opening),
    ...lines.map((line) => visitor.ask(VISITOR_COMMAND.sendMessage, line)),
  ]);
  expect(opened).toMatchObject({ ok: true, value: { visitorId: visitor.session.visitorId } });
  const places = sent.map((reply) => (reply.ok ? reply.value.seq : reply.error.code));
  expect(places).toEqual([...places].sort());
  expect(sent).toMatchObject(lines.map(() => ({ ok: true })));
});
