import { type ChildProcess, spawn } from 'node:child_process';
import type { ProbeAnswers } from './probe.ts';

const START_MS = 60_000;
const PROBE = new URL('./probe.ts', import.meta.url).href;
/** Before 22.18 Node strips types only when it is asked to. */
export const STRIP_TYPES = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/**
 * A server that is held still while the other one is measured looks idle to V8, which on waking takes a tenth of a second
 * to give memory back. No server that works is ever in that place; neither does it here.
 */
const NO_IDLE_CLEANING = '--no-memory-reducer';

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly output: string;
  readonly pid: number;
  ask<K extends keyof ProbeAnswers>(question: K): Promise<ProbeAnswers[K]>;
  /** Holds it still while another one is measured, so that its idle work disturbs nobody. */
  freeze(): void;
  thaw(): void;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerStart {
  readonly script: string;
  readonly environment: Record<string, string>;
  /** Said on standard output once it serves. */
  readonly ready: string;
  readonly nodeOptions?: readonly string[];
}

export async function startServerProcess(start: ServerStart): Promise<ServerProcess> {
  const args = [
    NO_IDLE_CLEANING,
    ...STRIP_TYPES,
    '--import',
    PROBE,
    ...(start.nodeOptions ?? []),
    start.script,
  ];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...start.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`it did not start:\n${output}`)), START_MS);
    const read = (chunk: Buffer) => {
      output += String(chunk);
      if (!output.includes(start.ready)) return;
      clearTimeout(patience);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${output}`)));
  });
  return {
    get output() {
      return output;
    },
    pid: child.pid ?? 0,
    ask: (question) => ask(child, question),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

function ask<K extends keyof ProbeAnswers>(child: ChildProcess, question: K): Promise<ProbeAnswers[K]> {
  return new Promise((resolve) => {
    const hear = (message: { readonly probe?: string; readonly answer: ProbeAnswers[K] }) => {
      if (message.probe !== question) return;
      child.off('message', hear);
      resolve(message.answer);
    };
    child.on('message', hear);
    child.send({ probe: question });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGCONT');
  child.kill(signal);
  await gone;
}
