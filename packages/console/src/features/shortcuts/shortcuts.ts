import type { KeyPress } from '../../platform/platform.js';

export type ShortcutAct =
  | 'next'
  | 'previous'
  | 'accept'
  | 'reply'
  | 'context'
  | 'inbox'
  | 'help'
  | 'search'
  | 'leave';

export interface Shortcut {
  readonly act: ShortcutAct;
  readonly keys: readonly string[];
}

/** Every single-key shortcut, as the sheet lists it. */
export const SHORTCUTS: readonly Shortcut[] = [
  { act: 'next', keys: ['J', '↓'] },
  { act: 'previous', keys: ['K', '↑'] },
  { act: 'accept', keys: ['A'] },
  { act: 'reply', keys: ['R'] },
  { act: 'context', keys: ['C'] },
  { act: 'inbox', keys: ['I'] },
  { act: 'search', keys: ['/'] },
  { act: 'leave', keys: ['Esc'] },
  { act: 'help', keys: ['?'] },
];

const ACT_BY_KEY: Readonly<Record<string, ShortcutAct>> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  r: 'reply',
  c: 'context',
  i: 'inbox',
  '?': 'help',
  '/': 'search',
  escape: 'leave',
};

/** What a key press asks for. Fields and dialogs keep their keys; only Esc leaves a field. */
export function shortcutOf(press: Omit<KeyPress, 'consume'>): ShortcutAct | null {
  if (press.modified || press.inDialog) return null;
  const act = ACT_BY_KEY[press.key.toLowerCase()] ?? null;
  return press.typing && act !== 'leave' ? null : act;
}
