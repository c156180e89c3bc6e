import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let directory: string;
let diary: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'baton-bootstrap-'));
  diary = join(directory, 'diary');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A program that writes down each signal and ends with code 7 shortly after the first. */
const PROGRAM = `
  import { appendFileSync } from 'node:fs';
  const write = (word) => appendFileSync(process.argv[2], word + '\\n');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
    write(signal);
    setTimeout(() => process.exit(7), 300);
  });
  setInterval(() => {}, 1000);
  write('up');`;

/** Runs the program the way `npm start` runs the server, in a process group of its own. */
async function startBootstrap(): Promise<ChildProcess> {
  const program = join(directory, 'program.mjs');
  writeFileSync(program, PROGRAM);
  const module = new URL('child.mjs', import.meta.url).href;
  const script = `
    const { runInForeground } = await import(${JSON.stringify(module)});
    process.exit(await runInForeground(process.execPath, ${JSON.stringify([program, diary])}));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: 'ignore',
    detached: true,
  });
  await until(() => read().includes('up'));
  return child;
}

function read(): readonly string[] {
  return existsSync(diary) ? readFileSync(diary, 'utf8').trim().split('\n') : [];
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1_000 && !isSo(); attempt += 1) {
    await new Promise((later) => setTimeout(later, 10));
  }
  expect(isSo()).toBe(true);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', done));
}

describe('the bootstrap and the program that it runs', { timeout: 30_000 }, () => {
  it('passes on once what the terminal and npm both send, and takes over the exit code', async () => {
    const child = await startBootstrap();
    const exit = exitOf(child);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    child.kill('SIGINT');
    expect(await exit).toBe(7);
    expect(read()).toEqual(['up', 'SIGINT']);
  });

  it('passes on SIGTERM', async () => {
    const child = await startBootstrap();
    const exit = exitOf(child);
    child.kill('SIGTERM');
    expect(await exit).toBe(7);
    expect(read()).toEqual(['up', 'SIGTERM']);
  });

  it('leaves no orphan when it is killed: the program ends as if asked to', async () => {
    const child = await startBootstrap();
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await until(() => read().includes('SIGTERM'));
    expect(read()).toEqual(['up', 'SIGTERM']);
  });
});

describe('requireNode', () => {
  function runUnder(version: string): { readonly status: number | null; readonly stderr: string } {
    const module = new URL('require-node.mjs', import.meta.url).href;
    const script = `
      Object.defineProperty(process, 'versions', { value: { node: ${JSON.stringify(version)} } });
      (await import(${JSON.stringify(module)})).requireNode();`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  }

  it('refuses an old Node in one sentence', () => {
    const { status, stderr } = runUnder('18.20.4');
    expect(status).toBe(1);
    expect(stderr).toBe('Baton needs Node 20 or newer, and this is Node 18.20.4.\n');
  });

  it('accepts Node 20', () => {
    expect(runUnder('20.0.0')).toMatchObject({ status: 0, stderr: '' });
  });
});
