import { type Benchmark, besideFloor } from '../benchmark.ts';

/** What a visitor who only has the page open costs. */
export const memory: Benchmark = {
  name: 'memory',
  about:
    'Memory of the server process per idle visitor (connected, session opened, nothing written), after a garbage collection; floor: bare socket.io.',
  run: async (ground, { quick, say }) => {
    const size = quick ? 500 : 2_000;
    const baton = await ground.baton();
    const floor = await ground.floor({ deliver: false });
    const load = ground.load();
    const destinations = { baton: baton.destination(), floor: floor.destination };
    const servers = { baton: baton.server, floor: floor.server };
    const measure = async (name: 'baton' | 'floor') => {
      // A few first: what is made once and kept is not a visitor's.
      await load.order('visit', { crowd: `${name}-first`, destination: destinations[name], size: 100 });
      const before = await servers[name].ask('memory');
      await load.order('visit', { crowd: name, destination: destinations[name], size });
      const after = await servers[name].ask('memory');
      const per = (key: 'rss' | 'heap') => (after[key] - before[key]) / size / 1_024;
      say(`${name}: ${per('heap').toFixed(1)} KB of heap, ${per('rss').toFixed(1)} KB resident per visitor`);
      return { heap: per('heap'), rss: per('rss') };
    };
    const [floors, batons] = [await measure('floor'), await measure('baton')];
    return [
      besideFloor(
        'resident memory per idle visitor',
        'KB',
        { baton: batons.rss, floor: floors.rss },
        { most: 1.6 },
      ),
      besideFloor('heap per idle visitor', 'KB', { baton: batons.heap, floor: floors.heap }, null),
    ];
  },
};
