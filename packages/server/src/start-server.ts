import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/index.js';
import { startEmbeddedPostgres } from './database/embedded/index.js';
import { migrateDatabase, openDatabase } from './database/index.js';
import { ConnectionLimits, Sites } from './identity/index.js';
import { settleWithin } from './kernel/settle-within.js';
import { limitRequestTime, UPLOAD_MS } from './limit-request-time.js';
import { LOGGER, Metrics } from './observability/index.js';
import { OpenConnections } from './open-connections.js';
import { parseJsonBodies } from './parse-json-bodies.js';
import { Readiness } from './readiness.js';
import { GuardedIoAdapter } from './realtime/guarded-io.adapter.js';
import { NODE_BUS, type NodeBus } from './realtime/nodes/node-bus.port.js';
import { serveBrowserFiles } from './serve-browser-files.js';
import { WireErrorFilter } from './wire-error.filter.js';

/** How long clients may take to leave: the farewell takes 2.3 s at most. */
const LEAVE_MS = 3_000;
/** How long the connections to the database and to other nodes may take to end. */
const CLOSE_MS = 1_000;

export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** The port that was bound; of interest where the configuration says 0. */
  readonly port: number;
  /** Calls back when the database that Baton started itself has ended by itself: nothing works any more. */
  onDatabaseLost(run: () => void): void;
  /** Drains and stops: no new work, what is running is finished, then the database. */
  stop(): Promise<void>;
}

/** Starts the database if none is named, migrates, and serves. Rejects with an error whose message is for people. */
export async function startServer(config: Config): Promise<RunningServer> {
  const embedded = config.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDirectory: `${config.DATA_DIR}/postgres`, log: () => undefined });
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  try {
    await migrateDatabase(url);
    const source = await openDatabase({ url, poolSize: config.DATABASE_POOL });
    const app = await createApp(AppModule.with(config, source, url), config);
    const connections = new OpenConnections(app.getHttpServer());
    const nodes = app.get<NodeBus>(NODE_BUS);
    await nodes.start();
    await app.listen(config.PORT, config.HOST);
    const { port } = app.getHttpServer().address() as AddressInfo;
    let stopping: Promise<void> | null = null;
    const drain = async () => {
      app.get(Readiness).startDraining();
      // By now everybody has been answered and told to go; whoever hangs on would keep the node from ending.
      const patience = setTimeout(() => connections.cut(), LEAVE_MS);
      try {
        await app.close();
        // Only now: what the features finish while closing still needs them. A statement that waits for a lock is
        // nobody's any more: the end of the connection takes it back.
        await settleWithin(CLOSE_MS, Promise.all([nodes.stop(), source.destroy()]));
      } finally {
        clearTimeout(patience);
        await embedded?.stop();
      }
    };
    return {
      app,
      port,
      onDatabaseLost: (run) => embedded?.onExit(() => (stopping ? undefined : run())),
      stop: () => {
        stopping ??= drain();
        return stopping;
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function createApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 262_144,
    requestTimeout: UPLOAD_MS,
    trustProxy: false,
    // Node looks every half minute whether somebody drips their headers; that is too seldom for these limits.
    http: { headersTimeout: 5_000, requestTimeout: UPLOAD_MS, connectionsCheckingInterval: 1_000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
    bodyParser: false,
  });
  app.enableShutdownHooks([]);
  app.useGlobalFilters(new WireErrorFilter(app.get(LOGGER), app.get(Metrics)));
  app.useWebSocketAdapter(
    new GuardedIoAdapter(app, {
      sites: app.get(Sites),
      limits: app.get(ConnectionLimits),
      metrics: app.get(Metrics),
      trustedHops: config.TRUSTED_PROXY_HOPS,
    }),
  );
  const fastify = app.getHttpAdapter().getInstance();
  limitRequestTime(fastify);
  parseJsonBodies(fastify);
  await app.register(fastifyCookie);
  await serveBrowserFiles(fastify);
  return app;
}
