import { fileURLToPath } from 'node:url';
import type { Destination } from '../load/talker.ts';
import { POOL_SIZE } from './ground.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const SCRIPT = fileURLToPath(new URL('../floor/main.ts', import.meta.url));

export interface Floor {
  readonly server: ServerProcess;
  readonly destination: Destination;
}

export async function startFloor(
  databaseUrl: string,
  { deliver }: { readonly deliver: boolean },
): Promise<Floor> {
  const server = await startServerProcess({
    script: SCRIPT,
    environment: {
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(POOL_SIZE),
      DELIVER: String(deliver),
      NODE_ENV: 'production',
    },
    ready: ';',
  });
  const port = /listening on (\d+);/.exec(server.output)?.[1];
  if (!port) throw new Error(`the floor names no port:\n${server.output}`);
  return {
    server,
    destination: { kind: 'floor', url: `http://127.0.0.1:${port}`, origin: '', siteKey: '' },
  };
}
