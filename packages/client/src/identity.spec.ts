import { expect, test } from 'vitest';
import { VisitorWorld } from '../test/visitor-world.js';

const said = (world: VisitorWorld) => world.server.conversations.map((one) => world.server.said(one));

test('A41: whoever signs in goes on with the same conversation under another token', async () => {
  const world = new VisitorWorld();
  const { client } = await world.onlineTab();
  void client.send('Hello');
  await world.time.pass(1_000);
  const before = client.session.value;
  client.identify('ann');
  await world.time.pass(2_000);
  expect(client.session.value).toMatchObject({ verified: true, visitorId: before?.visitorId });
  expect(client.session.value?.token).not.toBe(before?.token);
  expect(client.view.value?.messages).toMatchObject([{ text: 'Hello' }]);
});

test('a signed token is presented once, not at every reconnect and not when the page repeats it', async () => {
  const world = new VisitorWorld();
  const { client } = world.tab();
  client.identify('ann');
  client.connect();
  await world.time.pass(1_000);
  const { length } = world.server.tokens;
  client.identify('ann');
  await world.time.pass(1_000);
  expect(world.server.tokens).toHaveLength(length);
  world.server.dropAll();
  await world.time.pass(20_000);
  expect(client.session.value?.verified).toBe(true);
});

test('a refused identity stops the client, and another one brings it back', async () => {
  const world = new VisitorWorld();
  const { client } = world.tab();
  client.identify('forged');
  client.connect();
  await world.time.pass(1_000);
  expect(client.connection.value).toMatchObject({ kind: 'stopped', error: { code: 'identity_refused' } });
  client.identify('ann');
  await world.time.pass(1_000);
  expect(client.connection.value.kind).toBe('online');
});

test('A42: after a logout nothing of the visitor is left in this tab, in another one, or in storage', async () => {
  const world = new VisitorWorld();
  const [first, second] = [await world.onlineTab(), await world.onlineTab()];
  first.client.identify('ann');
  await world.time.pass(2_000);
  void first.client.send('I am Ann, my number is 4711');
  await world.time.pass(5_000);
  world.server.reachable = false;
  world.server.dropAll();
  void first.client.send('still queued by Ann').catch(() => undefined);
  first.client.logout();
  world.server.reachable = true;
  await world.time.pass(30_000);
  for (const { client } of [first, second]) {
    expect(client.view.value?.messages ?? []).toEqual([]);
    expect(client.pending.value).toEqual([]);
    expect(client.session.value?.verified).toBe(false);
  }
  expect(JSON.stringify(world.storage)).not.toContain('Ann');
  expect(said(world).flat()).toEqual(['I am Ann, my number is 4711']);
});

test('A42: what Ann had queued is not sent as Ben, who signs in without a logout before', async () => {
  const world = new VisitorWorld();
  const first = await world.onlineTab();
  first.client.identify('ann');
  await world.time.pass(2_000);
  world.server.reachable = false;
  world.server.dropAll();
  void first.client.send('by Ann').catch(() => undefined);
  first.client.destroy();
  world.server.reachable = true;
  const { client } = world.tab();
  client.identify('ben');
  client.connect();
  await world.time.pass(10_000);
  expect(client.session.value?.verified).toBe(true);
  expect(said(world).flat()).not.toContain('by Ann');
});

test('what was queued before anybody had signed in is sent as the one who did', async () => {
  const world = new VisitorWorld();
  const { client } = world.tab();
  void client.send('typed while loading');
  client.identify('ann');
  client.connect();
  await world.time.pass(2_000);
  expect(said(world)).toEqual([['typed while loading']]);
});
