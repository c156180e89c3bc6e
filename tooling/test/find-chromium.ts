import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
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
  const present = onPath();
  if (present) return { found: true, path: present };

  let output = '';
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const installed = await installFromDebian();
    output += installed.output;
    const path = onPath();
    if (installed.ok && path) return { found: true, path };
  }
  const downloaded = await runProgram(PLAYWRIGHT, ['install', 'chromium']);
  return downloaded.ok ? { found: true, path: null } : { found: false, output: output + downloaded.output };
}

async function installFromDebian(): Promise<{ readonly ok: boolean; readonly output: string }> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runProgram('apt-get', ['update'], { env });
  if (!update.ok) return update;
  return runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
}

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of NAMES) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (path) return path;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
