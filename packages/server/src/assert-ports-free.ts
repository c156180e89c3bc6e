import { createServer } from 'node:net';

/**
 * Fails with the operating system's own error when a port is taken, before anything is started: a refusal
 * after the database is up would leave a screen of other people's log lines.
 */
export async function assertPortsFree(host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const probe = createServer();
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, host, resolve);
    });
    await new Promise((resolve) => probe.close(resolve));
  }
}
