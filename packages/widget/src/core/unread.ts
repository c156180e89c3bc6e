import type { ShownView } from './shown-view.js';

/** How far a visitor has read. */
export interface ReadMark {
  readonly conversationId: string;
  readonly seq: number;
}

/** Messages of the company's side after the mark. A mark of another conversation says nothing about this one. */
export function countUnread(view: ShownView | null, mark: ReadMark | null): number {
  if (!view) return 0;
  const readUpTo = mark?.conversationId === view.conversationId ? mark.seq : 0;
  return view.messages.filter((message) => message.actor.kind !== 'visitor' && message.seq > readUpTo).length;
}

/** Stored as `<conversation>:<seq>`; anything else is no mark. */
export function parseReadMark(stored: string | null): ReadMark | null {
  const match = /^(\w+):(\d+)$/.exec(stored ?? '');
  return match?.[1] ? { conversationId: match[1], seq: Number(match[2]) } : null;
}

export function formatReadMark(mark: ReadMark): string {
  return `${mark.conversationId}:${mark.seq}`;
}
