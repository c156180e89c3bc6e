import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { RecordEntry } from '../history/line.ts';
import { findMutation } from '../patches/mutations.ts';
import { type Random, shuffled } from '../run/seeded-random.ts';
import { Database } from './database.ts';
import { Desk } from './desk.ts';
import { FaultProxy } from './fault-proxy.ts';
import { ModelServer } from './model-server.ts';
import { ServerNode } from './server-node.ts';
import { watchAcknowledgements, watchCommits } from './watches.ts';

export interface WorldOptions {
  readonly nodes: number;
  readonly random: Random;
  readonly record: RecordEntry;
  readonly mutation: string | null;
  /** Where the nodes' own words go, without the node's name. */
  readonly logs: string;
}

/** Milliseconds between the model's words. */
const WORD_MS = 40;

/**
 * Real server processes on a real PostgreSQL, with a proxy between every pair: clients reach the nodes through a
 * balancer without sticky sessions, each node reaches the database and the model through a proxy of its own.
 */
export class World {
  readonly database: Database;
  readonly model = new ModelServer(WORD_MS);
  readonly nodes: readonly ServerNode[];
  readonly clients: FaultProxy;
  readonly databaseLinks: readonly FaultProxy[];
  readonly modelLinks: FaultProxy;
  readonly desk: Desk;
  readonly serverUrl: string;
  readonly demoOrigin: string;
  /** Cuts the next connection that commits, after the COMMIT has left. */
  readonly commits: ReturnType<typeof watchCommits>;
  private readonly folder: string;

  private constructor(parts: {
    folder: string;
    database: Database;
    nodes: readonly ServerNode[];
    clients: FaultProxy;
    databaseLinks: readonly FaultProxy[];
    modelLinks: FaultProxy;
    model: ModelServer;
    commits: ReturnType<typeof watchCommits>;
    demoPort: number;
  }) {
    this.folder = parts.folder;
    this.database = parts.database;
    this.nodes = parts.nodes;
    this.clients = parts.clients;
    this.databaseLinks = parts.databaseLinks;
    this.modelLinks = parts.modelLinks;
    this.model = parts.model;
    this.commits = parts.commits;
    this.serverUrl = `http://127.0.0.1:${parts.clients.port}`;
    this.demoOrigin = `http://localhost:${parts.demoPort}`;
    this.desk = new Desk(this.serverUrl, `http://localhost:${parts.clients.port}`);
  }

  /** Starts everything; the first node fills the database with the demo companies and their people sign in. */
  static async start(options: WorldOptions): Promise<World> {
    const { random, record } = options;
    const folder = mkdtempSync(path.join('/var/tmp', 'baton-chaos-'));
    // As root the database runs as another user, who has to be able to enter.
    chmodSync(folder, 0o755);
    const database = new Database(folder);
    await database.start();
    const model = new ModelServer(WORD_MS);
    await model.listen();
    const modelLinks = new FaultProxy({ random, targets: () => [{ host: '127.0.0.1', port: model.port }] });
    await modelLinks.listen();
    const commits = watchCommits(record);
    const databaseLinks = await Promise.all(
      Array.from({ length: options.nodes }, async () => {
        const proxy = new FaultProxy({
          random,
          targets: () => [{ path: database.socket }],
          watch: { up: commits.see },
        });
        await proxy.listen();
        return proxy;
      }),
    );
    const ports = await Promise.all(Array.from({ length: options.nodes + 1 }, freePort));
    const demoPort = ports.pop() ?? 0;
    const nodes: ServerNode[] = [];
    const clients = new FaultProxy({
      random,
      watch: { swallowed: watchAcknowledgements(record) },
      // A frozen node still takes connections: a balancer would not know either.
      targets: () =>
        shuffled(
          random,
          nodes.filter(({ state }) => state === 'ready' || state === 'frozen'),
        ).map(({ port }) => ({
          host: '127.0.0.1',
          port,
        })),
    });
    await clients.listen();
    for (const [index, port] of ports.entries()) {
      const links = databaseLinks[index];
      nodes.push(
        new ServerNode({
          name: `node${index + 1}`,
          record,
          log: `${options.logs}-node${index + 1}.log`,
          environment: {
            PATH: process.env['PATH'] ?? '',
            HOME: folder,
            PORT: String(port),
            DEMO: 'false',
            DEMO_PORT: String(demoPort),
            PUBLIC_URL: `http://localhost:${clients.port}`,
            DATABASE_URL: `postgres://baton@127.0.0.1:${links?.port}/postgres`,
            DATA_DIR: folder,
            SOCKETS_PER_ADDRESS: '10000',
            CONNECTIONS_PER_ADDRESS_PER_MINUTE: '1000000',
            ADDRESS_MESSAGES_PER_MINUTE: '1000000',
            SITE_MESSAGES_PER_MINUTE: '1000000',
            LOG_LEVEL: process.env['CHAOS_LOG_LEVEL'] ?? 'warn',
            OPENAI_API_KEY: 'chaos',
            OPENAI_BASE_URL: `http://127.0.0.1:${modelLinks.port}/v1`,
            MODEL_FIRST_TOKEN_MS: '1500',
            MODEL_IDLE_MS: '1000',
            MODEL_TOTAL_MS: '4000',
            VISITOR_MESSAGE_BURST: '10000',
            VISITOR_MESSAGES_PER_MINUTE: '100000',
            ...(options.mutation ? { CHAOS_MUTATION: options.mutation } : {}),
          },
        }),
      );
    }
    const world = new World({
      folder,
      database,
      nodes,
      clients,
      databaseLinks,
      modelLinks,
      model,
      commits,
      demoPort,
    });
    const [first, ...others] = nodes;
    // The companies are made by a sound server, unless the bug is in the tables themselves.
    const isInTables = findMutation(options.mutation)?.patches.some(({ file }) =>
      file.includes('/migrations/'),
    );
    await first?.start({ DEMO: 'true', ...(isInTables ? {} : { CHAOS_MUTATION: '' }) });
    await world.desk.signInPeople(first?.output ?? '');
    if (options.mutation && !isInTables) {
      await first?.kill();
      await first?.start();
    }
    await Promise.all(others.map((node) => node.start()));
    return world;
  }

  /** Ends every fault: all is reachable, running and in time again. */
  async heal(): Promise<void> {
    this.clients.heal();
    this.modelLinks.heal();
    for (const links of this.databaseLinks) links.heal();
    this.model.failing = null;
    for (const node of this.nodes) {
      node.thaw();
      if (node.isRunning()) {
        node.disarm();
        node.skew(0);
      }
    }
    await Promise.all(
      this.nodes.map(async (node) => (node.state === 'down' ? this.restart(node) : undefined)),
    );
  }

  /** As an operator's supervisor does: again and again, until it stands. */
  async restart(node: ServerNode): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await node.start();
        return;
      } catch (error) {
        if (attempt >= 5) throw error;
      }
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    await this.clients.close();
    await this.modelLinks.close();
    await Promise.all(this.databaseLinks.map((links) => links.close()));
    await this.model.close();
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}
