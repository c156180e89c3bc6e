import type { Evidence } from '@baton/shared-types';
import type { VisitorMessage } from '../reading.js';

/** Evidence for `[start, end)` of a message, without white space or loose punctuation at the ends. */
export function quote(message: VisitorMessage, start: number, end: number): Evidence {
  const span = trimSpan(message.text, start, end);
  return { messageId: message.id, ...span, quote: message.text.slice(span.start, span.end) };
}

/** The span without surrounding white space and loose punctuation. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:.!?\-\u2013\u2014\u2026*>]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,;:.!?\-\u2013\u2014\u2026*]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
