import { readFileSync } from 'node:fs';
import type { LogEvent } from '@baton/shared-types';
import { ANA, said } from './build-log.js';
import { numbered, type PlayedConversation } from './play-visitor.js';

/** The visitor of a played conversation. */
export const PLAYED_VISITOR = { kind: 'visitor', id: numbered('vis', 1) as never } as const;

/** Ana, an agent, writes a line. */
export function anaSays(chat: PlayedConversation): void {
  chat.append(said(ANA, 5_000 + chat.log.length, 'Ana here'));
}

/** The visitor sends a file. */
export function sendsFile(chat: PlayedConversation): void {
  const file = { id: numbered('fil', 1), name: 'plan.pdf', type: 'application/pdf', size: 3 };
  chat.append(said(PLAYED_VISITOR, 4_000 + chat.log.length, 'plan.pdf', { files: [file as never] }));
}

/** The log of a committed history. */
export function goldenHistory(file: string): readonly LogEvent[] {
  const path = new URL(`../src/qualification/core/golden-histories/${file}`, import.meta.url);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line): LogEvent => JSON.parse(line));
}
