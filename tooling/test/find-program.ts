import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.ts';

/** Where one of these programs stands on the PATH; null: none does. */
export function findProgram(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (path) return path;
  }
  return null;
}

/** Installs a package where we are root on a Debian; elsewhere it does nothing and says so by `ok: false`. */
export async function installFromDebian(
  name: string,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return { ok: false, output: '' };
  // A service that the package would start is none of ours.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const update = await runProgram('apt-get', ['update'], { env });
  if (!update.ok) return update;
  return runProgram('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
