import { randomUUID } from 'node:crypto';
import { type Bundle, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createWorld, SITE_ORIGIN, type TestVisitor, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world?.stop());

/** What a page does when it has loaded: `world.visitor` comes from the page on pricing. */
const load = (visitor: TestVisitor, path: string) =>
  visitor.ask(VISITOR_COMMAND.openSession, {
    page: { url: `${SITE_ORIGIN}${path}`, title: path, referrer: '' },
    locale: 'en',
    timeZone: 'Europe/London',
  });

it('the agent sees the pages that the visitor came by while the conversation was open, each change once', async () => {
  const visitor = await world.visitor('tidewater');
  await load(visitor, '/before');
  const sent = await visitor.ask('message.send', { clientId: randomUUID(), text: 'Hello', kind: 'text' });
  if (!sent.ok) throw new Error(sent.error.code);
  const { conversationId } = sent.value;
  const cookie = await world.signIn('tidewater', 'agent');
  const journey = async () => {
    const answer = await world.http('GET', `/api/conversations/${conversationId}/bundle`, { cookie });
    return ((await answer.json()) as Bundle).journey.map(({ title }) => title);
  };
  expect(await journey()).toEqual(['/before']);
  for (const path of ['/docs', '/docs', '/before']) {
    await load(visitor, path);
    await expect.poll(journey).toContain(path);
  }
  await expect.poll(journey).toEqual(['/before', '/docs', '/before']);
  // The visitor's own log says nothing of it, and the log has not grown for a page that had not changed.
  const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
  if (!read.ok || !read.value.batch) throw new Error('nothing was read');
  expect(read.value.batch.events.map(({ type }) => type as string)).not.toContain('page.visited');
  const noted = await world.sql(`SELECT 1 FROM conversation_event WHERE type = 'page.visited'`);
  expect(noted).toHaveLength(2);
});
