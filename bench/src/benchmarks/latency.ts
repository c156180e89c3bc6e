import { type Benchmark, besideFloor } from '../benchmark.ts';
import { quantile } from '../quantile.ts';
import { LONGEST_ROUND_S, setUpSideBySide } from './side-by-side.ts';

const PER_SECOND = 200;

/** What a message waits for when there is room for everybody. */
export const latency: Benchmark = {
  name: 'latency',
  about: `Acknowledgement and delivery to the visitor's second tab at ${PER_SECOND} messages/s; floor: bare socket.io that inserts, acknowledges and sends to the room.`,
  run: async (ground, options) => {
    const seconds = options.quick ? 2 : LONGEST_ROUND_S;
    const rounds = options.quick ? 2 : 8;
    const { load, alternate } = await setUpSideBySide(
      ground,
      { size: 100, second: true, deliver: true },
      options,
    );
    await alternate(1, (crowd) => load.order('keepPace', { crowd, perSecond: PER_SECOND, seconds: 2 }));
    const measured = await alternate(rounds, async (crowd) => {
      const { acknowledged, delivered } = await load.order('keepPace', {
        crowd,
        perSecond: PER_SECOND,
        seconds,
      });
      if (delivered.length < acknowledged.length)
        throw new Error(`${crowd}: ${acknowledged.length} acknowledged, ${delivered.length} delivered`);
      options.say(`${crowd}: acknowledged p50 ${quantile(acknowledged, 0.5).toFixed(1)} ms`);
      return { acknowledged, delivered };
    });
    const of = (what: 'acknowledged' | 'delivered', q: number) => ({
      baton: quantile(
        measured.baton.flatMap((round) => round[what]),
        q,
      ),
      floor: quantile(
        measured.floor.flatMap((round) => round[what]),
        q,
      ),
    });
    return [
      besideFloor('acknowledged, p50', 'ms', of('acknowledged', 0.5), null),
      besideFloor('acknowledged, p99', 'ms', of('acknowledged', 0.99), { most: 2.5 }),
      besideFloor('delivered, p50', 'ms', of('delivered', 0.5), null),
      besideFloor('delivered, p99', 'ms', of('delivered', 0.99), null),
    ];
  },
};
