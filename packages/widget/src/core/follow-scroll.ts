export interface ScrollBox {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
}

/** Pixels from the end that still count as being there. */
const SLACK = 40;
/** Room above a message that is kept in view. */
const MARGIN = 12;

/** Whether the reader is at the end, and so wants to see what comes. */
export function isAtEnd(box: ScrollBox): boolean {
  return box.scrollHeight - box.clientHeight - box.scrollTop <= SLACK;
}

/**
 * Where to scroll for a reader who follows: to the end, but never past the beginning of the message that is
 * being read. `readingFrom` is that message's offset, or null when nothing long is growing.
 */
export function followTarget(box: ScrollBox, readingFrom: number | null): number {
  const end = box.scrollHeight - box.clientHeight;
  const limit = readingFrom === null ? end : Math.min(end, readingFrom - MARGIN);
  return Math.max(box.scrollTop, limit);
}
