import { createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { Link, type LinkWatch } from './link.ts';
import type { Toxics } from './toxics.ts';

export interface FaultProxyOptions {
  /** Where a new connection may go, best first; asked for each one. */
  readonly targets: () => readonly NetConnectOpts[];
  readonly random: () => number;
  readonly watch?: LinkWatch;
}

/** A TCP proxy that does to its connections what networks do. One stands between every pair of the world. */
export class FaultProxy {
  readonly links = new Set<Link>();
  private readonly server: Server;
  private readonly options: FaultProxyOptions;
  private ruling: { readonly toxics: Toxics; readonly share: number } | null = null;
  /** Clients come from many addresses, as they do in the world; limits per address then count what they should. */
  private next = 0;
  port = 0;

  constructor(options: FaultProxyOptions) {
    this.options = options;
    this.server = createServer({ allowHalfOpen: false }, (client) => this.accept(client));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('the proxy has no port');
    this.port = address.port;
    return this.port;
  }

  /** From now on a share of the connections, those that come later too, suffers this. */
  inject(toxics: Toxics, share = 1): void {
    this.ruling = { toxics, share };
    for (const link of this.links) if (this.options.random() < share) link.suffer(toxics);
  }

  heal(): void {
    this.ruling = null;
    for (const link of this.links) link.heal();
  }

  /** Breaks a share of the connections without a farewell. */
  reset(share = 1): void {
    for (const link of [...this.links]) if (this.options.random() < share) link.reset();
  }

  async close(): Promise<void> {
    for (const link of [...this.links]) link.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(client: Socket): void {
    const targets = this.options.targets();
    if (targets.length === 0) {
      client.resetAndDestroy();
      return;
    }
    this.next = (this.next + 1) % 60_000;
    const link = new Link(client, targets, {
      localAddress: `127.${10 + Math.floor(this.next / 250)}.${this.next % 250}.7`,
      random: this.options.random,
      watch: this.options.watch ?? {},
      ended: () => this.links.delete(link),
    });
    this.links.add(link);
    if (this.ruling && this.options.random() < this.ruling.share) link.suffer(this.ruling.toxics);
  }
}
