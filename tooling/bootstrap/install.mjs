import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchProblem, pnpm, root } from './environment.mjs';
import { say } from './problem.mjs';

const STAMP = join(root, 'node_modules', '.baton-installed');

/**
 * Installs the packages of the lockfile, unless that has been done. `run` leaves out devDependencies (browser
 * driver, linter, test servers); `all` brings them too and satisfies `run`, so the two never undo each other.
 */
export async function install(scope) {
  const wanted = fingerprint();
  const [found, foundScope] = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').split(' ') : [];
  if (found === wanted && (foundScope === 'all' || foundScope === scope)) return;

  // Somebody who installed with pnpm itself has everything: nothing of it is taken away again.
  const hasAll = foundScope === 'all' || existsSync(join(root, 'node_modules', 'vitest'));
  const effective = hasAll ? 'all' : scope;
  say(found === undefined ? 'Installing packages (first time only) …' : 'Installing packages …');
  const args = ['install', '--frozen-lockfile', '--prefer-offline'];
  const result = await pnpm(effective === 'all' ? args : [...args, '--prod']);
  if (!result.ok) throw fetchProblem('its packages', result.output);
  writeFileSync(STAMP, `${wanted} ${effective}`);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(join(root, name)));
  }
  return hash.digest('hex');
}
