import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const START_MS = 30_000;

/** A Chromium of its own, spoken to over its debugging protocol: no driver between the page and the clock. */
export interface Chromium {
  /** A new page in a context of its own: nothing is cached. */
  openTab(): Promise<Tab>;
  stop(): Promise<void>;
}

export interface Tab {
  send<T>(method: string, params?: object): Promise<T>;
  on(method: string, run: (params: never) => void): void;
  /** The value of an expression; waits for a promise. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export async function startChromium(): Promise<Chromium> {
  const program = [process.env['CHROMIUM_PATH'], ...PLACES].find((place) => place && existsSync(place));
  if (!program) throw new Error('There is no Chromium; CHROMIUM_PATH can name one.');
  const profile = mkdtempSync(path.join('/var/tmp', 'baton-bench-chromium-'));
  const browser = spawn(
    program,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-features=LocalNetworkAccessChecks',
      '--window-size=1280,800',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const wire = await connect(await addressOf(browser));
  return {
    async openTab() {
      const { browserContextId } = await wire.send<{ browserContextId: string }>(
        'Target.createBrowserContext',
      );
      const { targetId } = await wire.send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
        browserContextId,
        width: 1_280,
        height: 800,
      });
      const { sessionId } = await wire.send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      const send: Tab['send'] = (method, params) => wire.send(method, params, sessionId);
      return {
        send,
        on: (method, run) => wire.listen(sessionId, method, run),
        async evaluate<T>(expression: string) {
          const { result, exceptionDetails } = await send<{
            result: { value: T };
            exceptionDetails?: { text: string };
          }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
          if (exceptionDetails) throw new Error(`${exceptionDetails.text} in ${expression}`);
          return result.value;
        },
        close: async () => {
          await wire.send('Target.disposeBrowserContext', { browserContextId });
        },
      };
    },
    async stop() {
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill('SIGTERM');
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const patience = setTimeout(() => reject(new Error(`Chromium did not start:\n${said}`)), START_MS);
    browser.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const address = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(patience);
      resolve(address);
    });
    browser.once('exit', (code) => reject(new Error(`Chromium ended with ${code}:\n${said}`)));
  });
}

interface Wire {
  send<T>(method: string, params?: object, sessionId?: string): Promise<T>;
  listen(sessionId: string, method: string, run: (params: never) => void): void;
}

async function connect(address: string): Promise<Wire> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: never) => void>();
  let asked = 0;
  socket.onmessage = ({ data }) => {
    const message: Message = JSON.parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else listeners.get(`${message.sessionId} ${message.method}`)?.(message.params as never);
  };
  return {
    send<T>(method: string, params: object = {}, sessionId?: string) {
      asked += 1;
      const id = asked;
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      });
    },
    listen: (sessionId, method, run) => void listeners.set(`${sessionId} ${method}`, run),
  };
}
