/**
 * One pattern for a list of words and phrases, whole words only, to run on folded text. A blank in a phrase
 * stands for one or two white spaces; a phrase may use `?`, `(a|b)` and character classes, but nothing that repeats
 * without a bound.
 */
export function phrases(list: readonly string[], flags = 'g'): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${alternatives(list)})(?![a-z0-9])`, flags);
}

/** The same list for use inside a larger pattern, longest first so that "no more than" wins over "no". */
export function alternatives(list: readonly string[]): string {
  return [...list]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replaceAll(' ', '\\s{1,2}'))
    .join('|');
}

/** The entries of a comma-separated table, blanks and line ends around them left out. */
export function list(table: string): readonly string[] {
  return table
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** One pattern for several, whole words only, to run on folded text. */
export function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z])(?:${patterns.join('|')})(?![a-z])`);
}
