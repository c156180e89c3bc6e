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
