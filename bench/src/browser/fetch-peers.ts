import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The chat widgets that ours is measured beside, as npm has them. */
export const PEERS = [
  { name: 'deep-chat', version: '2.4.2' },
  { name: '@n8n/chat', version: '1.37.0' },
  { name: '@typebot.io/js', version: '0.10.7' },
] as const;

export type PeerName = (typeof PEERS)[number]['name'];

/**
 * Fetches the peers' packages into a folder, each into a folder of its name. Only while the benchmark runs: nothing of
 * ours depends on them. Their bundles need nothing else.
 */
export function fetchPeers(folder: string): void {
  for (const { name, version } of PEERS) {
    const target = path.join(folder, name);
    mkdirSync(target, { recursive: true });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', target, `${name}@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [archive] = readdirSync(target).filter((file) => file.endsWith('.tgz'));
    if (!archive) throw new Error(`npm brought no ${name}@${version}`);
    execFileSync('tar', ['xzf', path.join(target, archive), '-C', target, '--strip-components=1']);
  }
}
