import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVisitorClient, socketTransport, type VisitorClient } from '@baton/client';
import { type ConversationId, NAMESPACE } from '@baton/shared-types';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config/index.js';
import { CONVERSATIONS, type Conversations } from '../src/conversations/index.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/database/embedded/index.js';
import { type RunningServer, startServer } from '../src/start-server.js';
import { freePort } from './free-port.js';
import { nodeEnvironment } from './transports/node-environment.js';
import { CONSOLE_ORIGIN, CROWD_ENVIRONMENT, createWorld, SITE_ORIGIN, type World } from './world.js';

let home: string;
let postgres: EmbeddedPostgres;
let world: World;
let restored: RunningServer | undefined;
let client: VisitorClient;
let port: number;
const cluster = () => join(home, 'data/db');

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'baton-restored-'));
  chmodSync(home, 0o755);
  port = await freePort();
  postgres = await startPostgres();
  world = await createWorld(postgres.url, { PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  client = createVisitorClient(
    { serverUrl: url, siteKey: 'demo-tidewater', environment: nodeEnvironment() },
    socketTransport(url, NAMESPACE.visitor, { origin: SITE_ORIGIN }),
  );
  client.connect();
}, 120_000);
afterAll(async () => {
  client?.destroy();
  await restored?.stop();
  await world?.stop();
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('a backup that ends before what a visitor has seen', () => {
  it('F25: the client is told to start anew, and what it still had to say is said once', {
    timeout: 180_000,
  }, async () => {
    await client.send('Before the backup');
    const id = client.view.peek()?.conversationId as ConversationId;
    await atRest();
    const backup = await baseBackup();
    for (const line of ['After the backup', 'And one more']) await client.send(line);
    await atRest();
    const seen = textsOf();
    expect(seen.slice(-4)).toContain('And one more');

    await world.server.stop();
    const unsaid = client.send('While nobody was there');
    await postgres.stop();
    rmSync(cluster(), { recursive: true });
    renameSync(backup, cluster());
    postgres = await startPostgres();
    restored = await startServer(
      loadConfig({
        PORT: String(port),
        PUBLIC_URL: CONSOLE_ORIGIN,
        DATABASE_URL: world.databaseUrl,
        LOG_LEVEL: 'error',
        ASSISTANT_PAUSE_MS: '0',
        ...CROWD_ENVIRONMENT,
      }),
    );

    await unsaid;
    const conversations = restored.app.get<Conversations>(CONVERSATIONS, { strict: false });
    const stored = async () =>
      (await conversations.readLog(world.workspaces.tidewater, id)).flatMap((event) =>
        event.type === 'message.sent' ? [event.data.text] : [],
      );
    await expect.poll(async () => (await stored()).length, { timeout: 20_000 }).toBeGreaterThan(2);
    await expect.poll(async () => textsOf().join('\n') === (await stored()).join('\n')).toBe(true);
    const now = textsOf();
    expect(now).toContain('Before the backup');
    expect(now).not.toContain('After the backup');
    expect(now.filter((text) => text === 'While nobody was there')).toHaveLength(1);
    await client.send('Can you still hear me?');
    expect(textsOf()).toContain('Can you still hear me?');
  });
});

function textsOf(): readonly string[] {
  return client.view.peek()?.messages.map(({ text }) => text) ?? [];
}

/** Until nothing has been said for a while: a turn of the assistant takes less than that. */
async function atRest(): Promise<void> {
  let before = '';
  await expect
    .poll(
      () => {
        const now = textsOf().join('\n');
        const isSame = now === before;
        before = now;
        return isSame && now !== '';
      },
      { interval: 700, timeout: 20_000 },
    )
    .toBe(true);
}

/** A base backup of the running cluster, as `pg_basebackup` takes it; gives the folder. */
async function baseBackup(): Promise<string> {
  const folder = join(home, 'backup');
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  try {
    await owner.query(`SELECT pg_backup_start('spec', true)`);
    // With owners and modes: as root the cluster belongs to another user.
    copyLive(cluster(), folder);
    const { rows } = await owner.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    execFileSync('cp', ['-a', `${join(cluster(), 'pg_wal')}/.`, join(folder, 'pg_wal')]);
    rmSync(join(folder, 'postmaster.pid'));
    const label = join(folder, 'backup_label');
    writeFileSync(label, rows[0]?.labelfile ?? '', { mode: 0o600 });
    const { uid, gid } = statSync(cluster());
    await chown(label, uid, gid);
  } finally {
    await owner.end();
  }
  return folder;
}

/** A file may go while it is being copied: a backup does not need it, `cp` says so with its exit status. */
function copyLive(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  const other = stderr.split('\n').filter((line) => line !== '' && !/No such file/.test(line));
  if (status !== 0 && other.length > 0) throw new Error(other.join('\n'));
}

function startPostgres(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDirectory: cluster(),
    systemDirectory: join(home, 'system'),
    log: () => undefined,
  });
}
