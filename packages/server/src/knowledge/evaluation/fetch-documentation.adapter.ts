import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DocumentationPackage } from './documentation-packages.js';

/**
 * The folder of a package's documentation; brought by npm the first time, and kept in `cache`. Throws when npm brings
 * nothing, or anything else than what is pinned.
 */
export function fetchDocumentation(wanted: DocumentationPackage, cache: string): string {
  const target = path.join(cache, `${wanted.name}-${wanted.version}`);
  if (!existsSync(target)) {
    mkdirSync(cache, { recursive: true });
    const work = mkdtempSync(path.join(cache, 'fetching-'));
    try {
      unpack(archiveOf(wanted, work), work);
      // Renamed when complete: whoever breaks off leaves nothing that looks like documentation.
      renameSync(path.join(work, 'package'), target);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return path.join(target, wanted.folder);
}

function archiveOf({ name, version, integrity }: DocumentationPackage, folder: string): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const file = readdirSync(folder).find((each) => each.endsWith('.tgz'));
  if (!file) throw new Error(`npm brought no ${name}@${version}`);
  const archive = path.join(folder, file);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new Error(`npm brought another ${name}@${version} than the pinned one`);
  return archive;
}

function unpack(archive: string, folder: string): void {
  execFileSync('tar', ['xzf', archive, '-C', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
}
