import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

let baton: Baton;
let child: ChildProcess | null = null;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterEach(() => {
  child?.kill();
});
test.afterAll(() => baton.stop());

/** Starts an example and collects what it prints. */
function run(...given: readonly string[]): {
  readonly said: () => string;
  readonly type: (line: string) => void;
} {
  const started = spawn(process.execPath, ['--experimental-strip-types', ...given], {
    cwd: EXAMPLES,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  let said = '';
  child = started;
  started.stdout.on('data', (chunk) => {
    said += chunk;
  });
  started.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return { said: () => said, type: (line) => started.stdin.write(`${line}\n`) };
}

test('headless: a chat in the terminal gets its answer', async () => {
  const origin = new URL(baton.pageUrl('tidewater')).origin;
  const { said, type } = run('headless/chat.ts', baton.serverUrl, 'demo-tidewater', origin);
  type('what does it cost per seat?');
  await expect.poll(said, { timeout: 30_000 }).toMatch(/assistant: .*20/s);
});

test('strict-csp: the page of the example runs the chat', async ({ page }) => {
  const { said } = run('strict-csp/server.js', baton.serverUrl, 'demo-tidewater', '0');
  await expect.poll(said, { timeout: 30_000 }).toContain('http://localhost:');
  const example = await fetch(/http:\/\/localhost:\d+/.exec(said())?.[0] ?? '');
  // The demo's site allows the demo's origin: there the browser meets the example's answer, headers and all.
  const url = new URL('/strict-example.html', baton.pageUrl('tidewater')).href;
  const body = await example.text();
  await page.route(url, (route) => route.fulfill({ headers: Object.fromEntries(example.headers), body }));
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
});
