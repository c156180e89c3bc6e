import { type Benchmark, besideFloor } from '../benchmark.ts';
import { median } from '../quantile.ts';
import { LONGEST_ROUND_S, setUpSideBySide } from './side-by-side.ts';

/** As many messages as the machine takes. */
export const appends: Benchmark = {
  name: 'appends',
  about:
    'Acknowledged messages per second, everybody writing at once; floor: bare socket.io that inserts one row and acknowledges after its commit.',
  run: async (ground, options) => {
    const size = 128;
    const seconds = options.quick ? 2 : LONGEST_ROUND_S;
    const rounds = options.quick ? 2 : 8;
    const { load, alternate, baton, floor } = await setUpSideBySide(
      ground,
      { size, second: false, deliver: false },
      options,
    );
    await alternate(1, (crowd) => load.order('press', { crowd, seconds: 1 }));
    const before = { baton: await baton.server.ask('cpu'), floor: await floor.server.ask('cpu') };
    const paces = await alternate(rounds, async (crowd) => {
      const { acknowledged } = await load.order('press', { crowd, seconds });
      options.say(`${crowd}: ${Math.round(acknowledged / seconds)} messages/s`);
      return acknowledged;
    });
    const perSecond = (counts: readonly number[]) => median(counts) / seconds;
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    const after = { baton: await baton.server.ask('cpu'), floor: await floor.server.ask('cpu') };
    const cost = (name: 'baton' | 'floor') => ((after[name].ms - before[name].ms) * 1_000) / sum(paces[name]);
    return [
      besideFloor(
        'acknowledged messages',
        '/s',
        { baton: perSecond(paces.baton), floor: perSecond(paces.floor) },
        { least: 0.75 },
      ),
      besideFloor(
        'CPU of the server process per message',
        'µs',
        { baton: cost('baton'), floor: cost('floor') },
        null,
      ),
    ];
  },
};
