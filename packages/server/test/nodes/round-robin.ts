import { createServer, type Socket, connect as tcp } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** Connections that each node has been given. */
  readonly counts: readonly number[];
  /** Nodes that get no new connections, by their place in the list. */
  readonly out: Set<number>;
  stop(): Promise<void>;
}

/** A TCP balancer as plain as one can be: every connection goes to the next node, whoever it comes from. */
export async function startRoundRobin(nodes: readonly string[]): Promise<Balancer> {
  const ports = nodes.map((url) => Number(new URL(url).port));
  const counts = nodes.map(() => 0);
  const out = new Set<number>();
  const open = new Set<Socket>();
  let next = 0;
  const server = createServer((client) => {
    do next = (next + 1) % ports.length;
    while (out.has(next) && out.size < ports.length);
    counts[next] = (counts[next] ?? 0) + 1;
    const node = tcp(ports[next] ?? 0, '127.0.0.1');
    for (const [from, to] of [
      [client, node],
      [node, client],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    counts,
    out,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
