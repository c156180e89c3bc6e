import { readFileSync } from 'node:fs';
import type { LogEvent, MessageId } from '@baton/shared-types';
import { newEvent } from '../src/conversations/core/events.js';
import { ANA } from './build-log.js';
import { numbered, type PlayedConversation } from './play-visitor.js';

/** The visitor of a played conversation. */
export const PLAYED_VISITOR = { kind: 'visitor', id: numbered('vis', 1) as never } as const;

const MESSAGE = {
  kind: 'text',
  origin: 'human',
  asks: null,
  quickReplies: [],
  citations: [],
  interrupted: false,
  turnId: null,
} as const;

/** Ana, an agent, writes a line. */
export function anaSays(chat: PlayedConversation): void {
  const messageId = numbered('msg', 5_000 + chat.log.length) as MessageId;
  chat.append(newEvent('message.sent', ANA, { ...MESSAGE, messageId, text: 'Ana here' }));
}

/** The visitor sends a file. */
export function sendsFile(chat: PlayedConversation): void {
  const messageId = numbered('msg', 4_000 + chat.log.length) as MessageId;
  const file = { id: numbered('fil', 1), name: 'plan.pdf', type: 'application/pdf', size: 3 };
  const files = [file as never];
  chat.append(newEvent('message.sent', PLAYED_VISITOR, { ...MESSAGE, messageId, text: 'plan.pdf', files }));
}

/** The log of a committed history. */
export function goldenHistory(file: string): readonly LogEvent[] {
  const path = new URL(`../src/qualification/core/golden-histories/${file}`, import.meta.url);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line): LogEvent => JSON.parse(line));
}
