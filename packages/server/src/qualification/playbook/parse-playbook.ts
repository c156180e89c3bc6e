import type { Playbook, PlaybookProblemAt } from '@baton/shared-types';
import { playbookSchema } from '@baton/shared-types/schemas';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { sha256Hex } from '../../kernel/digest.js';
import { err, type Result } from '../../kernel/result.js';
import {
  type CompiledPlaybook,
  compilePlaybook,
  type PlaybookIdentity,
} from '../core/playbook/compile-playbook.js';
import { findUnknownTeams } from '../core/playbook/find-unknown-teams.js';
import type { PlaybookProblem } from '../core/policy/compile-policy.js';

/** The keys of the workspace's teams; null: nobody looks whether those of the routing exist. */
export type KnownTeams = ReadonlySet<string> | null;

/**
 * Reads a playbook: YAML, then its form, then what only shows in context. Every error is one sentence that
 * begins with `line N: path:`; all errors of a stage are reported at once.
 */
export function parsePlaybook(
  yaml: string,
  identity: Omit<PlaybookIdentity, 'hash'>,
  teams: KnownTeams = null,
): Result<CompiledPlaybook, readonly string[]> {
  const read = readPlaybook(yaml, identity, teams);
  return read.ok ? read : err(read.error.map(describe));
}

/** Reads a playbook, with every error at its place. */
export function readPlaybook(
  yaml: string,
  identity: Omit<PlaybookIdentity, 'hash'>,
  teams: KnownTeams = null,
): Result<CompiledPlaybook, readonly PlaybookProblemAt[]> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return err(
      document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { line, column: col, path: '', message: sentence(error.message) };
      }),
    );
  }
  const data: unknown = document.toJS({ maxAliasCount: 20 });
  const form = playbookSchema.safeParse(data);
  const locate = (problem: PlaybookProblem) => locatedAt(document, lines, problem);
  if (!form.success) return err(form.error.issues.flatMap(toProblems).map(locate));
  const playbook: Playbook = form.data;
  const compiled = compilePlaybook(playbook, { ...identity, hash: playbookHash(yaml) });
  if (!compiled.ok) return err(compiled.error.map(locate));
  const strangers = teams ? findUnknownTeams(playbook, teams) : [];
  return strangers.length === 0 ? compiled : err(strangers.map(locate));
}

/** The hash that names a version: SHA-256 over the YAML's bytes. */
export function playbookHash(yaml: string): string {
  return sha256Hex(yaml);
}

function toProblems(issue: z.core.$ZodIssue): readonly PlaybookProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: 'this key is not known here' }));
}

function describe({ line, path, message }: PlaybookProblemAt): string {
  return path === '' ? `line ${line}: ${message}` : `line ${line}: ${path}: ${message}`;
}

/** At the node, or at the nearest parent that exists when the node is missing. */
function locatedAt(
  document: Document,
  lines: LineCounter,
  { path, message }: PlaybookProblem,
): PlaybookProblemAt {
  const place = { path: pathText(path), message: sentence(message) };
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col, ...place };
  }
  return { line: 1, column: 1, ...place };
}

function pathText(path: PlaybookProblem['path']): string {
  if (path.length === 0) return 'playbook';
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** One line without a full stop at its end. */
function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
