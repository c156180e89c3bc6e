import { canonicalJson, sha256Hex } from '../kernel/digest.js';

/** One privileged act. People and things stand in it by their ids only. */
export interface AuditLine {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Id of the agent, or `system`. */
  readonly actor: string;
  /** What was done, dotted: `slot.correct`, `site.change`. */
  readonly action: string;
  /** What it was done to: an id, or a key. */
  readonly object: string;
  readonly reason: string | null;
}

export interface ChainedLine {
  readonly seq: number;
  readonly entry: AuditLine;
  readonly prev: string;
  readonly hash: string;
}

/** What the first line follows. */
export const GENESIS = '0'.repeat(64);

/** The next line of a chain: its hash covers the hash before it, its place and what it says. */
export function chainLine(
  head: { readonly seq: number; readonly hash: string },
  entry: AuditLine,
): ChainedLine {
  const seq = head.seq + 1;
  return { seq, entry, prev: head.hash, hash: hashOf(head.hash, seq, entry) };
}

/** The first `seq` at which a chain is broken, or null. `head`: the end that is known from elsewhere. */
export function findBreak(
  lines: readonly ChainedLine[],
  head: { readonly seq: number; readonly hash: string } | null = null,
): number | null {
  let before = { seq: 0, hash: GENESIS };
  for (const line of lines) {
    const isNext = line.seq === before.seq + 1 && line.prev === before.hash;
    if (!isNext || line.hash !== hashOf(line.prev, line.seq, line.entry)) return line.seq;
    before = line;
  }
  return head && (head.seq !== before.seq || head.hash !== before.hash) ? before.seq + 1 : null;
}

function hashOf(prev: string, seq: number, entry: AuditLine): string {
  return sha256Hex(`${prev}${seq}${canonicalJson(entry)}`);
}
