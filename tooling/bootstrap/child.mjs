import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a program to its end and keeps what it wrote; never rejects for a failing program. */
export function capture(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      ...options,
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('error', (error) => done({ ok: false, stdout, output: `${output}${error.message}` }));
    child.once('close', (code) => done({ ok: code === 0, stdout, output }));
  });
}

const FOLLOW_PARENT = new URL('follow-parent.mjs', import.meta.url).href;
const REPEAT_MS = 1_000;

/**
 * Runs a program under the given Node in the foreground and resolves to its exit code. It gets a session of its
 * own: Ctrl-C then reaches it exactly once, from here, instead of from the terminal, from npm and from us.
 */
export function runInForeground(node, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(node, ['--import', FOLLOW_PARENT, ...args], {
      ...options,
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      detached: process.platform !== 'win32',
    });
    let lastSentAt = Number.NEGATIVE_INFINITY;
    const forward = (signal) => {
      const now = performance.now();
      if (now - lastSentAt < REPEAT_MS) return;
      lastSentAt = now;
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(1);
    });
    child.once('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
