import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));
const START_MS = 80_000;

export type Company = 'tidewater' | 'alpenrad';

/** The server as its operator runs it: a process of its own, its embedded database, the demo companies. */
export interface Baton {
  readonly serverUrl: string;
  /** Where the embedded database keeps its data. */
  readonly databaseDirectory: string;
  /** The demo host page of a company: another origin than the server. */
  pageUrl(company: Company): string;
  /** A sign-in link of this start; each works once. */
  takeLink(company: Company, role: 'admin' | 'agent'): string;
  /** Ends the process as a crash would, without any farewell. */
  kill(): Promise<void>;
  /** Starts it again on the same data and ports. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBaton(environment: Record<string, string> = {}): Promise<Baton> {
  const folder = mkdtempSync(path.join('/var/tmp', 'baton-e2e-'));
  // As root the database runs as another user; where it cannot enter, the data would lie elsewhere and stay there.
  chmodSync(folder, 0o755);
  const [port, demoPort] = await Promise.all([freePort(), freePort()]);
  const pageUrl = `http://localhost:${demoPort}`;
  let process_: ChildProcess | null = null;
  let output = '';

  const baton: Baton = {
    serverUrl: `http://localhost:${port}`,
    databaseDirectory: path.join(folder, 'postgres'),
    pageUrl: (company) => `${pageUrl}${company === 'tidewater' ? '/' : '/alpenrad/'}`,
    takeLink: (company, role) => {
      const from = output.slice(output.indexOf(company === 'tidewater' ? 'Tidewater' : 'Alpenrad'));
      const link = new RegExp(`sign in as ${role}\\s+(\\S+)`).exec(from)?.[1];
      if (!link) throw new Error(`no link for the ${role} of ${company} in:\n${output}`);
      return link;
    },
    kill: async () => {
      await ended(process_, 'SIGKILL');
    },
    start: async () => {
      output = '';
      const child = spawn(process.execPath, [MAIN], {
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          PORT: String(port),
          DEMO_PORT: String(demoPort),
          DATA_DIR: folder,
          LOG_LEVEL: 'warn',
          // All browsers and simulated visitors share one address.
          SOCKETS_PER_ADDRESS: '1000',
          CONNECTIONS_PER_ADDRESS_PER_MINUTE: '100000',
          ADDRESS_MESSAGES_PER_MINUTE: '100000',
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      process_ = child;
      await new Promise<void>((resolve, reject) => {
        const patience = setTimeout(() => {
          child.kill('SIGTERM');
          reject(new Error(`the server did not start:\n${output}`));
        }, START_MS);
        const read = (chunk: Buffer) => {
          output += String(chunk);
          if (!output.includes('Stop with Ctrl-C')) return;
          clearTimeout(patience);
          resolve();
        };
        child.stdout?.on('data', read);
        child.stderr?.on('data', read);
        child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
      });
    },
    stop: async () => {
      await ended(process_, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await baton.start();
  return baton;
}

async function ended(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}
