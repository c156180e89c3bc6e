import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { Pipe } from './pipe.ts';
import type { Toxics } from './toxics.ts';

/** Sees the bytes of a connection go by. */
export interface LinkWatch {
  /** True: forward these bytes, swallow every answer to them, and break the connection. */
  readonly up?: (chunk: Buffer, link: Link) => boolean;
  /** Bytes that were thrown away on their way to the client. */
  readonly swallowed?: (chunk: Buffer) => void;
}

export interface LinkOptions {
  readonly localAddress: string;
  readonly random: () => number;
  readonly watch: LinkWatch;
  readonly ended: () => void;
}

const BREAK_AFTER_MS = 150;

/** One connection through the proxy: two pipes, each with its own fault. */
export class Link {
  /** Whatever the watch wants to remember of what went by. */
  note: string | null = null;
  private readonly client: Socket;
  private readonly options: LinkOptions;
  private upstream: Socket | null = null;
  private toxics: Toxics = {};
  private up: Pipe | null = null;
  private down: Pipe | null = null;
  private over = false;

  constructor(client: Socket, targets: readonly NetConnectOpts[], options: LinkOptions) {
    this.client = client;
    this.options = options;
    client.setNoDelay(true);
    client.pause();
    client.on('error', () => this.end());
    client.on('close', () => this.end());
    this.dial(targets);
  }

  suffer(toxics: Toxics): void {
    this.toxics = toxics;
    this.up?.suffer(toxics.up ?? {});
    this.down?.suffer(toxics.down ?? {});
  }

  heal(): void {
    const lied = this.toxics.up?.swallow ?? this.toxics.down?.swallow;
    this.suffer({});
    // What was swallowed is missing in the middle of a stream: the connection cannot go on.
    if (lied) this.reset();
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.upstream?.destroy();
    this.end();
  }

  private dial(targets: readonly NetConnectOpts[]): void {
    const [target, ...others] = targets;
    if (!target || this.over) {
      this.reset();
      return;
    }
    const local = 'port' in target ? { localAddress: this.options.localAddress } : {};
    const upstream = connect({ ...target, ...local } as NetConnectOpts);
    upstream.setNoDelay(true);
    upstream.once('error', () => (this.upstream ? this.end() : this.dial(others)));
    upstream.once('connect', () => {
      if (this.over) {
        upstream.destroy();
        return;
      }
      this.upstream = upstream;
      upstream.on('error', () => this.end());
      upstream.on('close', () => this.end());
      this.join(upstream);
    });
  }

  private join(upstream: Socket): void {
    const { watch, random } = this.options;
    this.up = new Pipe(this.client, upstream, {
      random,
      seen: (chunk) => {
        if (!watch.up?.(chunk, this)) return;
        this.suffer({ down: { swallow: true } });
        setTimeout(() => this.reset(), BREAK_AFTER_MS);
      },
      swallowed: () => undefined,
    });
    this.down = new Pipe(upstream, this.client, {
      random,
      seen: () => undefined,
      swallowed: (chunk) => watch.swallowed?.(chunk),
    });
    this.suffer(this.toxics);
    this.up.start();
    this.down.start();
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.up?.stop();
    this.down?.stop();
    this.client.destroy();
    this.upstream?.destroy();
    this.options.ended();
  }
}
