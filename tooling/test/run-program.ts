import { type ChildProcess, spawn } from 'node:child_process';

export interface ProgramRun {
  readonly ok: boolean;
  readonly output: string;
}

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

let current: ChildProcess | null = null;

/** Runs a program to its end and keeps what it wrote, without colours. Programs of the workspace are found by name. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramRun> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
    });
    current = child;
    let output = '';
    const collect = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => done({ ok: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => done({ ok: code === 0, output }));
  });
}

/** Passes an interruption on to the program that runs now. */
export function interruptProgram(): void {
  current?.kill('SIGTERM');
}
