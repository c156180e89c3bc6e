import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_FAULTS } from '../test/server-model.js';
import { type OpenTab, VisitorWorld } from '../test/visitor-world.js';

type Step =
  | { readonly do: 'send'; readonly tab: number }
  | { readonly do: 'speak' | 'drop' | 'outage' | 'recover' | 'heartbeat' | 'close' }
  | { readonly do: 'reload' | 'wake'; readonly tab: number }
  | { readonly do: 'pass'; readonly ms: number };

const tab = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), tab }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('speak', 'speak', 'drop', 'outage', 'recover', 'heartbeat', 'close'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reload', 'wake'), tab }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.nat({ max: 4_000 }) }) },
);

/** A seeded stream of numbers, so that a failing run can be run again. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('drops, doubled and reordered notices, lost acknowledgements, reloads and two tabs: nothing lost, nothing doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), fc.nat(), async (steps, seed) => {
      const random = dice(seed);
      const world = new VisitorWorld(random);
      const tabs: OpenTab[] = [await world.onlineTab(), await world.onlineTab()];
      const typed: string[][] = [[], []];
      const refusals: unknown[] = [];
      world.server.faults = {
        notice: () =>
          random() < 0.15 ? [] : random() < 0.3 ? [0, random() * 900] : [random() < 0.5 ? 0 : random() * 900],
        answer: () => (random() < 0.75 ? 'arrives' : random() < 0.5 ? 'swallowed' : 'breaks'),
      };
      const conversation = () => world.server.conversations.at(-1);

      for (const [index, now] of steps.entries()) {
        switch (now.do) {
          case 'send': {
            const text = `tab ${now.tab}, message ${index}`;
            typed[now.tab]?.push(text);
            tabs[now.tab]?.client.send(text).catch((reason: unknown) => refusals.push(reason));
            break;
          }
          case 'speak': {
            const open = conversation();
            if (open) world.server.speak(open, `answer ${index}`);
            break;
          }
          case 'close': {
            const open = conversation();
            if (open && open.log.at(-1)?.type !== 'conversation.closed') world.server.close(open);
            break;
          }
          case 'drop':
            world.server.dropAll();
            break;
          case 'outage':
            world.server.reachable = false;
            world.server.dropAll();
            break;
          case 'recover':
            world.server.reachable = true;
            break;
          case 'heartbeat':
            world.server.heartbeat();
            break;
          case 'reload': {
            tabs[now.tab]?.client.destroy();
            const reloaded = world.tab();
            reloaded.client.connect();
            tabs[now.tab] = reloaded;
            break;
          }
          case 'wake':
            tabs[now.tab]?.wake();
            break;
          case 'pass':
            await world.time.pass(now.ms);
            break;
        }
        await world.time.pass();
      }

      world.server.reachable = true;
      world.server.faults = NO_FAULTS;
      await world.time.pass(180_000);
      world.server.heartbeat();
      await world.time.pass(60_000);

      const logs = world.server.conversations;
      const said = logs.flatMap((one) => world.server.said(one));
      expect([...said].sort()).toEqual(typed.flat().sort());
      for (const own of typed) expect(said.filter((text) => own.includes(text))).toEqual(own);
      expect(world.server.visitors.size).toBe(1);
      for (const { client } of tabs) {
        expect(client.connection.value.kind).toBe('online');
        expect(client.pending.value).toEqual([]);
        const last = logs.at(-1);
        if (last) {
          expect(client.view.value).toEqual(world.server.viewOf(last));
          expect(client.cursor.value).toBe(last.log.length);
        }
        client.destroy();
      }
      expect(world.storage.entries.has('baton:key:outbox')).toBe(false);
      expect(world.time.waiting()).toBe(0);
    }),
    { numRuns: 200, seed: 20_261_120 },
  );
}, 30_000);
