import { assert } from '../../../kernel/assert.js';

/**
 * What `text.matchAll(pattern)` gives. That makes a copy of the pattern at each call, which takes longer than most of
 * ours need to run, and now and then has to compile it anew; this runs the pattern itself.
 */
export function* matchesOf(text: string, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  assert(pattern.global, `${pattern.source} finds more than one match`);
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return;
    at = pattern.lastIndex;
    // Left as it was found, for whoever runs it meanwhile or after a loop that is left early.
    pattern.lastIndex = 0;
    // An empty match does not move on by itself.
    if (match[0] === '') at += pattern.unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    yield match;
  }
}

/** The first of them: the rest of the text is not looked at. */
export function firstMatches(text: string, pattern: RegExp, most: number): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of matchesOf(text, pattern)) {
    matches.push(match);
    if (matches.length === most) break;
  }
  return matches;
}
