import type {
  AgentCommands,
  Notices,
  Reply,
  SessionOpened,
  VisitorCommands,
  WorkspaceId,
} from '@baton/shared-types';
import { NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH, VISITOR_COMMAND } from '@baton/shared-types';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { loadConfig } from '../src/config/index.js';
import { DemoSeed } from '../src/demo/demo-seed.service.js';
import { DEMO_WORKSPACES } from '../src/demo/demo-workspaces.js';
import { type RunningServer, startServer } from '../src/start-server.js';
import { createEmptyDatabase } from './empty-database.js';

/** Everything here comes from one address; what limits it has tests of its own. */
export const CROWD_ENVIRONMENT: Readonly<Record<string, string>> = {
  VISITOR_MESSAGE_BURST: '1000',
  SOCKETS_PER_ADDRESS: '10000',
  CONNECTIONS_PER_ADDRESS_PER_MINUTE: '100000',
  SOCKETS_PER_VISITOR: '1000',
  ADDRESS_MESSAGES_PER_MINUTE: '1000000',
  ADDRESS_REQUESTS_PER_MINUTE: '1000000',
  SITE_MESSAGES_PER_MINUTE: '1000000',
};

export const CONSOLE_ORIGIN = 'http://localhost:4000';
export const SITE_ORIGIN = 'https://www.customer.example';

export type Slug = 'tidewater' | 'alpenrad';

/** A running server on a scratch database with the two demo workspaces, and hands to talk to it with. */
export interface World {
  readonly server: RunningServer;
  readonly url: string;
  readonly databaseUrl: string;
  readonly workspaces: Readonly<Record<Slug, WorkspaceId>>;
  /** As the owner of the tables: for looking, past every policy. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** An HTTP request to the console's API as somebody, or as nobody; a whole URL goes to another node. */
  http(
    method: string,
    path: string,
    options?: {
      readonly cookie?: string;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    },
  ): Promise<Response>;
  /** The session cookie of the workspace's admin or agent. */
  signIn(slug: Slug, role: 'admin' | 'agent'): Promise<string>;
  /** A visitor's connection; unopened when the server refuses the handshake. */
  visitor(
    slug: Slug,
    options?: {
      readonly token?: string;
      readonly origin?: string;
      readonly siteKey?: string;
      /** Another node, or a balancer. */
      readonly via?: string;
    },
  ): Promise<TestVisitor>;
  agent(slug: Slug, role?: 'admin' | 'agent'): Promise<TestAgent>;
  /** The socket of whoever a session cookie belongs to. */
  agentOf(cookie: string, via?: string): Promise<TestAgent>;
  /** One more server on the same database, in this process. */
  addNode(environment?: Record<string, string>): Promise<RunningServer & { readonly url: string }>;
  stop(): Promise<void>;
}

export interface TestConnection<C> {
  readonly socket: Socket;
  ask<N extends keyof C & string>(
    name: N,
    payload: unknown,
  ): Promise<Reply<C[N] extends { readonly result: infer R } ? R : never>>;
  /** Resolves with the first notice of that name, already come or still to come, that satisfies the predicate. */
  notice<N extends keyof Notices>(
    name: N,
    matches?: (notice: Notices[N]) => boolean,
    patienceMs?: number,
  ): Promise<Notices[N]>;
  close(): void;
}
export interface TestVisitor extends TestConnection<VisitorCommands> {
  readonly session: SessionOpened;
}
export type TestAgent = TestConnection<AgentCommands>;

const PATIENCE_MS = 10_000;
/** A process that has just started reads its dictionaries first; on a busy machine that takes a while. */
const ANSWER_PATIENCE_MS = 30_000;

export async function createWorld(
  postgresUrl: string,
  environment: Record<string, string> = {},
): Promise<World> {
  const database = await createEmptyDatabase(postgresUrl);
  const settings = {
    PORT: '0',
    PUBLIC_URL: CONSOLE_ORIGIN,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'error',
    ASSISTANT_PAUSE_MS: '0',
    ...CROWD_ENVIRONMENT,
    ...environment,
  };
  const server = await startServer(loadConfig(settings));
  const url = `http://127.0.0.1:${server.port}`;
  const seed = server.app.get(DemoSeed, { strict: false });
  const ids = new Map<string, WorkspaceId>();
  for (const demo of DEMO_WORKSPACES) ids.set(demo.slug, await seed.ensure(demo, [SITE_ORIGIN]));
  const workspaceOf = (slug: Slug) => ids.get(slug) ?? fail(`no workspace ${slug}`);
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => undefined);
  const open = new Set<Socket>();
  const added: RunningServer[] = [];

  const world: World = {
    server,
    url,
    databaseUrl: database.url,
    workspaces: { tidewater: workspaceOf('tidewater'), alpenrad: workspaceOf('alpenrad') },
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    http: (method, path, { cookie, body, headers } = {}) =>
      fetch(new URL(path, url), {
        method,
        redirect: 'manual',
        headers: {
          ...(method === 'GET' ? {} : { 'x-baton-console': '1', origin: CONSOLE_ORIGIN }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    signIn: async (slug, role) => {
      const links = await seed.createLinks(workspaceOf(slug));
      const token = links.find((link) => link.role === role)?.token ?? fail(`no ${role}`);
      const response = await world.http('POST', '/api/session/link', { body: { token } });
      return response.headers.getSetCookie()[0]?.split(';')[0] ?? fail('no cookie');
    },
    visitor: async (slug, { token, origin = SITE_ORIGIN, siteKey = `demo-${slug}`, via = url } = {}) => {
      const connection = await connect<VisitorCommands>(via, NAMESPACE.visitor, origin, {
        protocol: PROTOCOL_VERSION,
        siteKey,
        token: token ?? null,
      });
      open.add(connection.socket);
      const opened = await connection.ask(VISITOR_COMMAND.openSession, {
        page: { url: `${SITE_ORIGIN}/pricing`, title: 'Pricing', referrer: '' },
        locale: slug === 'alpenrad' ? 'de' : 'en',
        timeZone: 'Europe/London',
      });
      if (!opened.ok) throw new Error(opened.error.code);
      return { ...connection, session: opened.value };
    },
    agent: async (slug, role = 'agent') => world.agentOf(await world.signIn(slug, role)),
    agentOf: async (cookie, via = url) => {
      const { ticket } = (await (
        await world.http('POST', new URL('/api/socket-ticket', via).href, { cookie })
      ).json()) as {
        ticket: string;
      };
      const connection = await connect<AgentCommands>(via, NAMESPACE.agent, CONSOLE_ORIGIN, {
        protocol: PROTOCOL_VERSION,
        ticket,
      });
      open.add(connection.socket);
      return connection;
    },
    addNode: async (extra = {}) => {
      const node = await startServer(loadConfig({ ...settings, ...extra }));
      added.push(node);
      return { ...node, url: `http://127.0.0.1:${node.port}` };
    },
    stop: async () => {
      for (const socket of open) socket.disconnect();
      await Promise.all([server, ...added].map((node) => node.stop()));
      await owner.end();
      await database.drop();
    },
  };
  return world;
}

/** Connects a socket; rejects with the wire error's code when the handshake is refused. */
export async function connect<C>(
  url: string,
  namespace: string,
  origin: string | null,
  auth: object,
): Promise<TestConnection<C>> {
  const socket = io(`${url}${namespace}`, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth,
    extraHeaders: origin === null ? {} : { origin },
  });
  const seen: { name: string; notice: unknown }[] = [];
  const waiting = new Set<(name: string, notice: unknown) => void>();
  socket.onAny((name: string, notice: unknown) => {
    seen.push({ name, notice });
    for (const look of waiting) look(name, notice);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) =>
      reject(new Error(error.data?.code ?? error.message)),
    );
    // A node that is killed between the connection and the handshake's answer.
    socket.once('disconnect', (reason) => reject(new Error(reason)));
  });
  return {
    socket,
    ask: (name, payload) => socket.timeout(ANSWER_PATIENCE_MS).emitWithAck(name, payload),
    notice: (name, matches = () => true, patienceMs = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const look = (seenName: string, notice: unknown) => {
          if (seenName !== name || !matches(notice as never)) return;
          waiting.delete(look);
          clearTimeout(patience);
          resolve(notice as never);
        };
        const patience = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`no ${name} came; seen: ${seen.map((each) => each.name).join(', ')}`));
        }, patienceMs);
        waiting.add(look);
        for (const each of seen) look(each.name, each.notice);
      }),
    close: () => socket.disconnect(),
  };
}

function fail(message: string): never {
  throw new Error(message);
}
