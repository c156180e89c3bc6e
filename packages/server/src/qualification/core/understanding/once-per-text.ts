/** Shorter texts are read anew: looking them up costs as much. In UTF-16 units. */
const WORTH_KEEPING = 80;
/** As many texts are remembered: the messages of a turn, read by one reader after the other. */
const TEXTS = 3;

/**
 * Shares what a pure function makes of a text, and of a language where it asks for one, among the readers of a turn,
 * each of which would otherwise work it out anew. Nothing changes but the time: the same text always gives the same,
 * and callers do not write to it.
 */
export function oncePerText<T, Language extends readonly [string?]>(
  read: (text: string, ...language: Language) => T,
): (text: string, ...language: Language) => T {
  const kept: { readonly text: string; readonly language: string | undefined; readonly made: T }[] = [];
  return (text, ...language) => {
    if (text.length < WORTH_KEEPING) return read(text, ...language);
    const known = kept.find((it) => it.language === language[0] && it.text === text);
    if (known !== undefined) return known.made;
    const made = read(text, ...language);
    if (kept.length === TEXTS) kept.shift();
    kept.push({ text, language: language[0], made });
    return made;
  };
}
