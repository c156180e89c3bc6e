import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RecordEntry } from '../history/line.ts';

const MAIN = fileURLToPath(new URL('../../../packages/server/dist/main.js', import.meta.url));
const PRELOAD = new URL('../patches/preload.ts', import.meta.url).href;
export const STRIP_TYPES = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const START_MS = 180_000;
const STOP_MS = 20_000;

export interface ServerNodeOptions {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly record: RecordEntry;
  /** Gets everything that the process writes. */
  readonly log: string;
}

/** One server process, started as its operator starts it, with nothing added but what the preload brings. */
export class ServerNode {
  readonly name: string;
  state: 'down' | 'starting' | 'ready' | 'frozen' = 'down';
  output = '';
  private readonly options: ServerNodeOptions;
  private child: ChildProcess | null = null;
  private armed: string | null = null;
  private awaitedEnd = false;

  constructor(options: ServerNodeOptions) {
    this.options = options;
    this.name = options.name;
  }

  get port(): number {
    return Number(this.options.environment['PORT']);
  }

  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    this.state = 'starting';
    this.output = '';
    this.armed = null;
    this.awaitedEnd = false;
    this.options.record({ f: 'node', node: this.name, state: 'starting' });
    const child = spawn(process.execPath, [...STRIP_TYPES, '--import', PRELOAD, MAIN], {
      env: { ...this.options.environment, ...more },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.once('exit', (code, signal) => this.ended(child, code, signal));
    await new Promise<void>((resolve, reject) => {
      const patience = setTimeout(
        () => reject(new Error(`${this.name} did not start:\n${this.output}`)),
        START_MS,
      );
      const read = (chunk: Buffer) => {
        this.output = (this.output + String(chunk)).slice(-200_000);
        appendFileSync(this.options.log, chunk);
        if (this.state !== 'starting' || !/Stop with Ctrl-C|Baton listens on/.test(this.output)) return;
        clearTimeout(patience);
        this.state = 'ready';
        this.options.record({ f: 'node', node: this.name, state: 'ready' });
        resolve();
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code, signal) => {
        clearTimeout(patience);
        reject(new Error(`${this.name} ended with ${code ?? signal} while starting:\n${this.output}`));
      });
    });
  }

  /** Dies by its own hand the `nth` time it passes the named point. */
  armCrash(point: string, nth: number): void {
    this.armed = point;
    this.tell({ crashAt: point, nth });
  }

  disarm(): void {
    this.armed = null;
    this.tell({ crashAt: null });
  }

  /** Its clock goes wrong by so much. */
  skew(ms: number): void {
    this.tell({ skewMs: ms });
  }

  freeze(): void {
    if (this.state !== 'ready') return;
    this.child?.kill('SIGSTOP');
    this.state = 'frozen';
    this.options.record({ f: 'node', node: this.name, state: 'frozen' });
  }

  thaw(): void {
    if (this.state !== 'frozen') return;
    this.state = 'ready';
    this.options.record({ f: 'node', node: this.name, state: 'thawed' });
    this.child?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    this.awaitedEnd = true;
    this.options.record({ f: 'node', node: this.name, state: 'killed' });
    await this.end('SIGKILL');
  }

  /** Asks it to leave; whatever it takes is written down. */
  async stop(): Promise<void> {
    if (!this.isRunning()) return;
    this.awaitedEnd = true;
    this.options.record({ f: 'node', node: this.name, state: 'stopping' });
    const code = await this.end('SIGTERM');
    this.options.record({ f: 'node', node: this.name, state: 'stopped', code });
  }

  isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child || !this.isRunning()) return null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    if (this.state === 'frozen') child.kill('SIGCONT');
    child.kill(signal);
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    const code = await gone;
    clearTimeout(impatience);
    return code;
  }

  private ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.child !== child) return;
    this.state = 'down';
    if (this.awaitedEnd) return;
    const point = signal === 'SIGKILL' && this.armed ? this.armed : `exit ${code ?? signal}`;
    this.options.record({ f: 'node', node: this.name, state: 'crashed', point });
    if (signal !== 'SIGKILL')
      process.stderr.write(`${this.name} ended by itself: ${this.output.slice(-2_000)}\n`);
  }

  private tell(message: object): void {
    if (this.child?.connected) this.child.send(message, () => undefined);
  }
}
