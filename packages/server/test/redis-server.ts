import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { freePort } from './free-port.js';

const PROGRAM = process.env['REDIS_SERVER'] ?? 'redis-server';

/** Whether a Redis can be started here; `npm test` installs one where it may. */
export function hasRedis(): boolean {
  return spawnSync(PROGRAM, ['--version']).status === 0;
}

export interface RedisServer {
  readonly url: string;
  /** Ends it as a crash would and starts it again on the same port. */
  restart(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A real Redis on a port of its own that keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    const starting = spawn(
      PROGRAM,
      ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    child = starting;
    await new Promise<void>((resolve, reject) => {
      starting.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      starting.stdout?.on('data', (chunk) => {
        if (String(chunk).includes('Ready to accept connections')) resolve();
      });
    });
  };
  const kill = async () => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      await kill();
      await start();
    },
    kill,
    stop: kill,
  };
}
