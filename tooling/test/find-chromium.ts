import { dirname, join } from 'node:path';
import { findProgram, installFromDebian, isExecutable } from './find-program.ts';
import { runProgram } from './run-program.ts';

/** Which Chromium the browser tests use: a program on this machine, or Playwright's own (`path` is null). */
export type Chromium =
  | { readonly found: true; readonly path: string | null }
  | { readonly found: false; readonly output: string };

/** The browser driver belongs to the end-to-end tests alone. */
export const PLAYWRIGHT = join(
  dirname(dirname(import.meta.dirname)),
  'e2e',
  'node_modules',
  '.bin',
  'playwright',
);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** CHROMIUM_PATH, else the system's, else Debian's package when we are root there, else Playwright's own. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    return isExecutable(given)
      ? { found: true, path: given }
      : { found: false, output: `CHROMIUM_PATH names ${given}, and there is no program of that name.\n` };
  }
  const present = findProgram(NAMES);
  if (present) return { found: true, path: present };

  const { ok, output } = await installFromDebian('chromium');
  const installed = findProgram(NAMES);
  if (ok && installed) return { found: true, path: installed };
  const downloaded = await runProgram(PLAYWRIGHT, ['install', 'chromium']);
  return downloaded.ok ? { found: true, path: null } : { found: false, output: output + downloaded.output };
}
