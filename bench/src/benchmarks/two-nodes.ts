import { type Benchmark, besideFloor } from '../benchmark.ts';
import { takeOver } from '../ground/take-over.ts';
import { median, quantile } from '../quantile.ts';

const PER_SECOND = 100;

/** What a second node brings, and what it costs to be heard on it. */
export const twoNodes: Benchmark = {
  name: 'two-nodes',
  about:
    'Two nodes on one PostgreSQL beside one of them alone: acknowledged messages per second, everybody writing at once; and delivery to a second tab on the other node against one on the same node.',
  run: async (ground, { quick, say }) => {
    const seconds = quick ? 2 : 4;
    const rounds = quick ? 2 : 5;
    const size = 128;
    const one = await ground.baton();
    const other = await ground.baton({}, one);
    const load = ground.load();
    const destinations = {
      here: one.destination(),
      there: { ...one.destination(), url: other.destination().url },
    };
    const crowds = {
      alone: { destination: destinations.here, size, second: null },
      half: { destination: destinations.here, size: size / 2, second: null },
      otherHalf: { destination: destinations.there, size: size / 2, second: null },
      near: { destination: destinations.here, size: 50, second: destinations.here },
      far: { destination: destinations.here, size: 50, second: destinations.there },
    };
    const owned: string[] = [];
    for (const [crowd, told] of Object.entries(crowds))
      owned.push(...(await load.order('gather', { crowd, ...told })).conversationIds);
    await takeOver(one, 'tidewater', owned);
    const pressAt = async (...names: string[]) => {
      const paces = await Promise.all(names.map((crowd) => load.order('press', { crowd, seconds })));
      return paces.reduce((sum, { acknowledged }) => sum + acknowledged, 0) / seconds;
    };
    const listenAt = async (crowd: string) =>
      (await load.order('keepPace', { crowd, perSecond: PER_SECOND, seconds })).delivered;
    const paces = { one: [] as number[], two: [] as number[] };
    const deliveries = { near: [] as number[], far: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      paces.one.push(await pressAt('alone'));
      paces.two.push(await pressAt('half', 'otherHalf'));
      say(`one node ${Math.round(paces.one.at(-1) ?? 0)}/s, two ${Math.round(paces.two.at(-1) ?? 0)}/s`);
      deliveries.near.push(...(await listenAt('near')));
      deliveries.far.push(...(await listenAt('far')));
    }
    const delivered = (q: number) => ({
      baton: quantile(deliveries.far, q),
      floor: quantile(deliveries.near, q),
    });
    return [
      besideFloor(
        'acknowledged messages, two nodes beside one',
        '/s',
        { baton: median(paces.two), floor: median(paces.one) },
        null,
      ),
      besideFloor('delivered on the other node beside the same, p50', 'ms', delivered(0.5), null),
      besideFloor('delivered on the other node beside the same, p99', 'ms', delivered(0.99), null),
    ];
  },
};
