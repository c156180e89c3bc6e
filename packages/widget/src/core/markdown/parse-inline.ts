import { safeLink } from './safe-link.js';

/** A piece of a line. Plain text is a string. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string };

/** Marks of emphasis, the longer first. */
const EMPHASIS = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['*', 'em'],
  ['_', 'em'],
] as const;
const BARE_LINK = /^https?:\/\/[^\s<>"'`\\|{}^[\]]+/i;
const MAX_DEPTH = 3;

/** Reads bold, italics, code and links of one line. Whatever is none of these stays text, character by character. */
export function parseInline(line: string, depth = 0): readonly Inline[] {
  const pieces: Inline[] = [];
  let text = '';
  for (let at = 0; at < line.length; ) {
    const found = pieceAt(line, at, depth);
    if (!found) {
      text += line[at];
      at += 1;
      continue;
    }
    if (text) pieces.push(text);
    text = '';
    pieces.push(found.piece);
    at = found.end;
  }
  if (text) pieces.push(text);
  return pieces;
}

interface Found {
  readonly piece: Inline;
  readonly end: number;
}

function pieceAt(line: string, at: number, depth: number): Found | null {
  switch (line[at]) {
    case '`':
      return codeAt(line, at);
    case '[':
      return linkAt(line, at);
    case '*':
    case '_':
      return emphasisAt(line, at, depth);
    case 'h':
    case 'H':
      return bareLinkAt(line, at);
    default:
      return null;
  }
}

function codeAt(line: string, at: number): Found | null {
  const close = line.indexOf('`', at + 1);
  return close > at + 1 ? { piece: { kind: 'code', text: line.slice(at + 1, close) }, end: close + 1 } : null;
}

function linkAt(line: string, at: number): Found | null {
  // An image would fetch what its address says; it stays the text it is.
  if (line[at - 1] === '!') return null;
  const middle = line.indexOf('](', at);
  const close = line.indexOf(')', middle);
  if (middle < 0 || close < 0) return null;
  const text = line.slice(at + 1, middle);
  const href = safeLink(line.slice(middle + 2, close));
  return href && text && !text.includes('[') ? { piece: { kind: 'link', href, text }, end: close + 1 } : null;
}

function bareLinkAt(line: string, at: number): Found | null {
  if (at > 0 && /[\p{L}\p{N}]/u.test(line.charAt(at - 1))) return null;
  const match = BARE_LINK.exec(line.slice(at, at + 2_000))?.[0].replace(/[.,;:!?)*_]+$/, '');
  const href = match && safeLink(match);
  return href ? { piece: { kind: 'link', href, text: match }, end: at + match.length } : null;
}

function emphasisAt(line: string, at: number, depth: number): Found | null {
  const [mark, kind] = EMPHASIS.find(([start]) => line.startsWith(start, at)) ?? [null, null];
  if (!mark || depth >= MAX_DEPTH) return null;
  const start = at + mark.length;
  let close = line.indexOf(mark, start + 1);
  // `**a *b***`: of three marks the last two are ours.
  if (mark.length === 2 && close > 0 && line[close + 2] === mark[0]) close += 1;
  if (close < 0 || line[start] === ' ' || line[close - 1] === ' ') return null;
  // snake_case and 2_000_000 are words, not emphasis.
  if (mark.startsWith('_') && (isWord(line[at - 1]) || isWord(line[close + mark.length]))) return null;
  return {
    piece: { kind, children: parseInline(line.slice(start, close), depth + 1) },
    end: close + mark.length,
  };
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
