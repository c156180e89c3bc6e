/** Shorter texts are read anew: looking them up costs as much. In UTF-16 units. */
const WORTH_KEEPING = 80;
/** As many texts are remembered: the messages of a turn, read by one reader after the other. */
const TEXTS = 3;

/**
 * Shares what a pure function makes of a text among the readers of a turn, each of which would otherwise work it
 * out anew. Nothing changes but the time: the same text always gives the same, and callers do not write to it.
 */
export function oncePerText<T>(read: (text: string) => T): (text: string) => T {
  const once = oncePerTextIn((text) => read(text));
  return (text) => once(text, '');
}

/** The same for what a function makes of a text in a language. */
export function oncePerTextIn<T>(
  read: (text: string, language: string) => T,
): (text: string, language: string) => T {
  const kept: { readonly text: string; readonly language: string; readonly made: T }[] = [];
  return (text, language) => {
    if (text.length < WORTH_KEEPING) return read(text, language);
    const known = kept.find((it) => it.language === language && it.text === text);
    if (known !== undefined) return known.made;
    const made = read(text, language);
    if (kept.length === TEXTS) kept.shift();
    kept.push({ text, language, made });
    return made;
  };
}
