import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDatabaseUser } from './database-user.adapter.js';
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from './index.js';

const isRoot = process.getuid?.() === 0;

let directory: string;
let opened: EmbeddedPostgres[];
let lines: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'baton-embedded-'));
  chmodSync(directory, 0o755);
  opened = [];
  lines = [];
});

afterEach(async () => {
  for (const database of opened.reverse()) await database.stop();
  for (const { url } of opened)
    rmSync(new URL(url).searchParams.get('host') ?? '', { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
});

async function start(path = 'data/db'): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({
    dataDirectory: join(directory, path),
    systemDirectory: join(directory, 'system'),
    log: (line) => lines.push(line),
  });
  opened.push(database);
  return database;
}

async function query<Row>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postgresIsGone(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (
      await query(url, 'select 1').then(
        () => false,
        () => true,
      )
    )
      return true;
    await new Promise((later) => setTimeout(later, 10));
  }
  return false;
}

/** A node process that starts the database from the compiled-on-the-fly source and then waits. */
async function startInChild(
  dataDirectory: string,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const module = new URL('./embedded-postgres.adapter.ts', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => next(
      name.startsWith('./') && context.parentURL?.endsWith('.ts') ? name.replace(/\\.js$/, '.ts') : name, context) });
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const { url } = await startEmbeddedPostgres({
      dataDirectory: ${JSON.stringify(dataDirectory)}, systemDirectory: ${JSON.stringify(directory)}, log: () => {} });
    process.stdout.write(url + '\\n');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((found, failed) => {
    let complaints = '';
    child.stderr.on('data', (data) => {
      complaints += data;
    });
    child.stdout.once('data', (data) => found(String(data).trim()));
    child.once('exit', () => failed(new Error(`the child ended: ${complaints}`)));
  });
  return { child, url };
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
}

describe('startEmbeddedPostgres', () => {
  it('makes a durable cluster on a fresh directory and leaves no half cluster beside it', async () => {
    const database = await start();
    expect(database.attached).toBe(false);
    const [row] = await query<Record<string, string>>(
      database.url,
      `select current_user as who, current_setting('fsync') as fsync, 'ÄÖ' ilike 'äö' as folds,
              current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as listens`,
    );
    expect(row).toEqual({ who: 'baton', fsync: 'on', folds: true, commit: 'on', listens: '' });
    expect(readdirSync(join(directory, 'data'))).toEqual(['db']);
    expect(statSync(join(directory, 'data')).mode & 0o777).toBe(0o755);
  });

  it('keeps the data over a stop and starts warm', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('attaches when the directory is already served, and letting go leaves the other one running', async () => {
    const first = await start();
    const second = await start();
    expect(second.attached).toBe(true);
    await second.stop();
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives two starters at the same moment the same cluster', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect([one.attached, two.attached].filter(Boolean)).toHaveLength(1);
    await query(one.url, 'create table shared as select 1 as one');
    expect(await query(two.url, 'select one from shared')).toEqual([{ one: 1 }]);
    expect(readdirSync(join(directory, 'data'))).toEqual(['db']);
  });

  it('tells both owner and guest when postgres goes away by itself, and neither when they stop it', async () => {
    const owner = await start();
    const guest = await start();
    const ends = Promise.all(
      [owner, guest].map((database) => new Promise<void>((end) => database.onExit(end))),
    );
    const [row] = await query<{ pid: number }>(
      owner.url,
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
    );
    process.kill(row?.pid ?? 0, 'SIGQUIT');
    await ends;

    const again = await start();
    let told = false;
    again.onExit(() => {
      told = true;
    });
    await again.stop();
    expect(told).toBe(false);
  });

  it('ends postgres when its parent is killed, and the committed rows survive', async () => {
    const dataDirectory = join(directory, 'data', 'db');
    const { child, url } = await startInChild(dataDirectory);
    await query(url, 'create table kept as select generate_series(1, 1000) as n');
    await kill(child);
    expect(await postgresIsGone(url)).toBe(true);
    const next = await start();
    expect(await query(next.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  it('starts again at once while the killed one is still going down', async () => {
    const { child, url } = await startInChild(join(directory, 'data', 'db'));
    await query(url, 'create table kept as select 1 as one');
    await kill(child);
    const next = await start();
    expect(next.attached).toBe(false);
    expect(await query(next.url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('removes what a kill during initdb left behind', async () => {
    const { pid } = spawnSync('/bin/true');
    mkdirSync(join(directory, 'data', `db.init-${pid}-abcdef`), { recursive: true });
    await start();
    expect(readdirSync(join(directory, 'data'))).toEqual(['db']);
  });

  it.skipIf(!isRoot)(
    'as root below a 0700 directory: finds a place that the database user can reach',
    async () => {
      mkdirSync(join(directory, 'closed'), { mode: 0o700 });
      const database = await start('closed/data/db');
      await query(database.url, 'create table kept as select 1 as one');
      await database.stop();
      expect(existsSync(join(directory, 'closed', 'data', 'db'))).toBe(false);
      expect(lines.join('\n')).toContain(join(directory, 'system'));
      const again = await start('closed/data/db');
      expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }]);
    },
  );
});

describe('startEmbeddedPostgres refuses in one sentence', () => {
  async function refusal(path: string): Promise<string> {
    const error = await start(path).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(EmbeddedPostgresError);
    const message = error instanceof Error ? error.message : '';
    expect(message).not.toContain('\n');
    return message;
  }

  it('a path that is a file', async () => {
    writeFileSync(join(directory, 'file'), '');
    expect(await refusal('file')).toMatch(/cannot be used \(ENOTDIR\)/);
    expect(await refusal('file/db')).toMatch(/cannot be used/);
  });

  it('a directory with somebody else’s files, and leaves them alone', async () => {
    mkdirSync(join(directory, 'photos'));
    writeFileSync(join(directory, 'photos', 'cat.jpg'), 'meow');
    expect(await refusal('photos')).toMatch(/holds other files/);
    expect(readdirSync(join(directory, 'photos'))).toEqual(['cat.jpg']);
  });

  it('a cluster of another major version', async () => {
    mkdirSync(join(directory, 'old'));
    writeFileSync(join(directory, 'old', 'PG_VERSION'), '15\n');
    expect(await refusal('old')).toMatch(/made by PostgreSQL 15/);
  });

  it('a cluster whose files the database user cannot read', async () => {
    const database = await start();
    await database.stop();
    chmodSync(join(directory, 'data', 'db', 'global'), 0o000);
    const user = isRoot ? spawnSync('chown', ['root', join(directory, 'data', 'db', 'global')]) : null;
    expect(user?.status ?? 0).toBe(0);
    expect(await refusal('data/db')).toMatch(/cannot be read and written|could not/);
  });

  it.skipIf(!isRoot)('a disk without space for a cluster', async (context) => {
    const disk = join(directory, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', disk]);
    if (mounted.status !== 0) return context.skip('this machine does not let us mount a small disk');
    try {
      expect(await refusal('disk/db')).toMatch(/not enough disk space .* needs 128 MB/);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it.skipIf(!isRoot)('root on a machine without a usable user', () => {
    writeFileSync(join(directory, 'passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
    expect(() => chooseDatabaseUser(join(directory, 'db'), join(directory, 'passwd'))).toThrow(
      /neither a user "postgres" nor "nobody"/,
    );
  });

  it.skipIf(!isRoot)('a socket directory that somebody else laid out in /tmp', async () => {
    const database = await start();
    await database.stop();
    const socketDirectory = new URL(database.url).searchParams.get('host') ?? '';
    rmSync(socketDirectory, { recursive: true });
    symlinkSync(directory, socketDirectory);
    try {
      expect(await refusal('data/db')).toMatch(/belongs to somebody else/);
    } finally {
      rmSync(socketDirectory);
    }
  });
});
