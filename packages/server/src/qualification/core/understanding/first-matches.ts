/** The first matches of a global pattern. Unlike `[...matchAll].slice`, it does not look at the rest of the text. */
export function firstMatches(text: string, pattern: RegExp, most: number): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    matches.push(match);
    if (matches.length === most) break;
  }
  return matches;
}
