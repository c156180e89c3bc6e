import { Client } from 'pg';
import type { Random } from '../kernel/random.js';
import type { Logger } from '../observability/index.js';

/** A connection can be dead without a word: it is asked, and given up when no answer comes. */
const ASK_MS = 5_000;
const ANSWER_MS = 3_000;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

export interface ChannelOptions {
  readonly url: string;
  /** A name that is an SQL identifier. */
  readonly name: string;
  readonly random: Random;
  readonly logger: Logger;
  hear(text: string): void;
  /** Connected again: notifications may have been missed. */
  reconnected(): void;
}

/**
 * LISTEN and NOTIFY on a connection of its own, outside every transaction: within busy ones a notification would make
 * all commits queue up. Reconnects by itself; whatever is sent while there is no connection is lost.
 */
export class NotificationChannel {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private attempt = 0;
  private stopped = false;

  constructor(private readonly options: ChannelOptions) {}

  isConnected(): boolean {
    return this.client !== null;
  }

  /** Sends in order. Each text is less than 8,000 bytes. */
  async send(texts: readonly string[]): Promise<void> {
    await this.client?.query(
      'SELECT pg_notify($1, t) FROM unnest($2::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n',
      [this.options.name, texts],
    );
  }

  /** Resolves once connected, or when the first attempt has failed. */
  async connect(): Promise<void> {
    const { url, name, logger } = this.options;
    const client = new Client({
      connectionString: url,
      application_name: 'baton notifications',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
      // A notification is nothing that a crash may not lose: it need not wait for the disk.
      options: '-c role=baton_app -c synchronous_commit=off',
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload = '' }) => this.options.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${name}`);
    } catch (error) {
      logger.warn({ error }, 'notifications of the database cannot be heard; trying again');
      client.end().catch(() => undefined);
      return this.retryLater();
    }
    if (this.stopped) return void client.end().catch(() => undefined);
    const isFirst = this.attempt === 0;
    this.attempt = 0;
    this.client = client;
    this.askLater(client);
    if (!isFirst) this.options.reconnected();
  }

  async close(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private askLater(client: Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => (this.client === client ? this.askLater(client) : undefined),
        () => this.lost(client),
      );
    }, ASK_MS);
    this.timer.unref();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.options.logger.warn(
      {},
      'the connection for notifications was lost; what is missed is read from the log',
    );
    this.retryLater();
  }

  /** Full jitter, so that the nodes do not come back in step. */
  private retryLater(): void {
    if (this.stopped) return;
    const [chance = 0] = this.options.random.bytes(1);
    const wait = (chance / 255) * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempt);
    this.attempt += 1;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), wait);
    this.timer.unref();
  }
}
