import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Destination } from '../load/talker.ts';
import { POOL_SIZE } from './ground.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const MAIN = fileURLToPath(new URL('../../../packages/server/dist/main.js', import.meta.url));

export type Company = 'tidewater' | 'alpenrad';

export interface Ports {
  readonly port: number;
  readonly demoPort: number;
}

/** Baton as its operator runs it, with the demo companies in it. */
export interface Baton {
  readonly server: ServerProcess;
  readonly url: string;
  readonly databaseUrl: string;
  readonly ports: Ports;
  destination(company?: Company): Destination;
  /** Signs in as somebody of the company; links work once. */
  takeLink(company: Company, role: 'admin' | 'agent'): string;
}

/** `ports` are those of a server that was there before, or null for any. */
export async function startBaton(
  databaseUrl: string,
  environment: Record<string, string>,
  ports: Ports | null = null,
): Promise<Baton> {
  const { port, demoPort } = ports ?? { port: await freePort(), demoPort: await freePort() };
  const server = await startServerProcess({
    script: MAIN,
    environment: {
      PORT: String(port),
      DEMO_PORT: String(demoPort),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(POOL_SIZE),
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      // The crowd is the benchmark's: what protects a site against one visitor would only cap the load.
      VISITOR_MESSAGE_BURST: '10000',
      VISITOR_MESSAGES_PER_MINUTE: '100000',
      SOCKETS_PER_ADDRESS: '20000',
      CONNECTIONS_PER_ADDRESS_PER_MINUTE: '1000000',
      SOCKETS_PER_WORKSPACE: '20000',
      ADDRESS_MESSAGES_PER_MINUTE: '10000000',
      SITE_MESSAGES_PER_MINUTE: '10000000',
      ...environment,
    },
    ready: 'Stop with Ctrl-C',
  });
  const links = server.output;
  return {
    server,
    databaseUrl,
    ports: { port, demoPort },
    url: `http://localhost:${port}`,
    destination: (company = 'tidewater') => ({
      kind: 'baton',
      url: `http://127.0.0.1:${port}`,
      origin: `http://localhost:${demoPort}`,
      siteKey: `demo-${company}`,
    }),
    takeLink: (company, role) => {
      const from = links.slice(links.indexOf(company === 'tidewater' ? 'Tidewater' : 'Alpenrad'));
      const token = new RegExp(`sign in as ${role}\\s+\\S+token=(\\S+)`).exec(from)?.[1];
      if (!token) throw new Error(`no link for the ${role} of ${company} in:\n${links}`);
      return token;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}
