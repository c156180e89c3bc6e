import { InProcessNodeBus } from './in-process-node-bus.adapter.js';
import { nodeBusContract } from './node-bus.contract.js';

nodeBusContract('in one process', async () => {
  const nodes = new Set<InProcessNodeBus>();
  const [here, there] = [new InProcessNodeBus(nodes), new InProcessNodeBus(nodes)];
  return { here, there, cut: null, end: async () => void (await Promise.all([here.stop(), there.stop()])) };
});
