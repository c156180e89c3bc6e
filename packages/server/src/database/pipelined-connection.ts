import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { type PoolClient, Query } from 'pg';

/** Statements that a connection keeps prepared. Ours are fixed texts, far fewer; more would be a mistake elsewhere. */
const MOST_PREPARED = 500;
const names = new Map<string, string>();

/**
 * One borrowed connection. Statements are sent as they are asked for, without waiting for the answers of earlier ones,
 * and those of one tick leave in one packet; PostgreSQL executes them in order. Each is parsed and planned once.
 */
export class PipelinedConnection {
  private isCorked = false;
  private failure: Error | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly giveBack: (failure?: Error) => void,
  ) {
    client.on('error', this.onError);
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    this.cork();
    return new Promise((resolve, reject) => {
      const query = new Query<object>(sql, [...parameters], (error, result) =>
        error ? reject(error) : resolve(result.rows as Row[]),
      );
      // Named afterwards: pg takes a name with a whole config only, and copies that one property at a time, fifteen
      // times as slowly.
      Object.assign(query, { name: nameOf(sql) ?? undefined });
      this.client.query(query);
    });
  }

  /** Statements without parameters and rows, in one string; answers what the last one reports to have done. */
  async command(sql: string): Promise<string> {
    this.cork();
    const result = await this.client.query(sql);
    const last = Array.isArray(result) ? result.at(-1) : result;
    return last?.command ?? '';
  }

  /** A connection that has failed is not given back to be used by the next one. */
  release(): void {
    this.client.off('error', this.onError);
    this.giveBack(this.failure);
  }

  /** Without a listener a connection that breaks while it is borrowed would end the process. */
  private readonly onError = (error: Error): void => {
    this.failure = error;
  };

  private cork(): void {
    if (this.isCorked) return;
    const connection: unknown = Reflect.get(this.client, 'connection');
    const stream: unknown = typeof connection === 'object' && connection && Reflect.get(connection, 'stream');
    if (!(stream instanceof Socket)) return;
    this.isCorked = true;
    stream.cork();
    process.nextTick(() => {
      this.isCorked = false;
      stream.uncork();
    });
  }
}

function nameOf(sql: string): string | null {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_PREPARED) return null;
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
  names.set(sql, name);
  return name;
}
