import { expect, test } from 'vitest';
import { VirtualTime } from '../test/virtual-environment.js';
import { VisitorWorld } from '../test/visitor-world.js';
import { createCrossTab } from './cross-tab.js';
import { guardStorage } from './guarded-storage.js';

test('two-tabs-open-first-sessions-at-once: both end as the same visitor, and what both had queued is there once', async () => {
  const world = new VisitorWorld();
  const tabs = [world.tab(), world.tab()];
  void tabs[0]?.client.send('from the first');
  void tabs[1]?.client.send('from the second');
  await world.time.pass();
  for (const { client } of tabs) client.connect();
  await world.time.pass(5_000);
  const [first, second] = tabs.map(({ client }) => client.session.value?.visitorId);
  expect(first).toBe(second);
  expect(world.server.tokens.slice(0, 2)).toEqual([null, null]);
  const said = world.server.conversations.flatMap((conversation) => world.server.said(conversation));
  expect([...said].sort()).toEqual(['from the first', 'from the second']);
  for (const { client } of tabs) expect(client.view.value?.messages).toHaveLength(2);
});

test('a token minted in one tab is the one that the next tab presents', async () => {
  const world = new VisitorWorld();
  const first = await world.onlineTab();
  const second = await world.onlineTab();
  expect(second.client.session.value?.visitorId).toBe(first.client.session.value?.visitorId);
});

test('the second tab hears of the conversation that the first one begins', async () => {
  const world = new VisitorWorld();
  const first = await world.onlineTab();
  const second = await world.onlineTab();
  void first.client.send('Hello');
  await world.time.pass();
  expect(second.client.view.value?.messages).toMatchObject([{ text: 'Hello' }]);
  expect(world.server.conversations.flatMap(({ log }) => log)).toHaveLength(2);
});

test('while its own tab is alive, a message is sent by that tab alone', async () => {
  const world = new VisitorWorld();
  const first = await world.onlineTab();
  await world.onlineTab();
  for (const text of ['one', 'two', 'three']) void first.client.send(text);
  await world.time.pass(10_000);
  expect(world.server.commands.filter((name) => name === 'message.send')).toHaveLength(3);
});

test('a closed tab’s queue is delivered by the one that is left', async () => {
  const world = new VisitorWorld();
  const first = await world.onlineTab();
  const second = world.tab();
  void second.client.send('typed in the second').catch(() => undefined);
  second.client.destroy();
  await world.time.pass(2_900);
  expect(world.server.commands).not.toContain('message.send');
  await world.time.pass(100);
  expect(world.server.conversations.flatMap((one) => world.server.said(one))).toEqual([
    'typed in the second',
  ]);
  expect(first.client.pending.value).toEqual([]);
});

test('a server that renews tokens on every session does not make tabs chase each other', () => {
  const stored = new Map<string, string>();
  const listeners: ((key: string) => void)[] = [];
  let restarts = 0;
  const tab = (self: number) => {
    const storage = {
      get: (key: string) => stored.get(key) ?? null,
      set: (key: string, value: string) => {
        stored.set(key, value);
        for (const [index, tell] of listeners.entries()) if (index !== self) tell(key);
      },
      remove: (key: string) => stored.delete(key),
      onChange: (run: (key: string | null) => void) => {
        listeners[self] = run;
        return () => undefined;
      },
    };
    const { environment } = new VirtualTime().tab(storage);
    return createCrossTab({
      environment,
      storage: guardStorage(storage),
      tokenKey: 'token',
      outboxKey: 'outbox',
      tokenReplaced: () => reopen(self),
      outboxChanged: () => undefined,
      forgotten: () => undefined,
    });
  };
  const tabs = [tab(0), tab(1)];
  function reopen(index: number): void {
    restarts += 1;
    if (restarts > 50) throw new Error('they chase each other');
    tabs[index]?.present();
    tabs[index]?.opened(`renewed-${restarts}`);
  }
  for (const one of tabs) one.present();
  tabs[0]?.opened('a');
  tabs[1]?.present();
  tabs[1]?.opened('b');
  expect(restarts).toBeLessThanOrEqual(2);
});
