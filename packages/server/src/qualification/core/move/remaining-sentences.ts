/** A sentence counts as said when at least this share of its telling words has been said. */
const SAID_FROM = 0.5;

/**
 * The sentences of a template that a broken-off reply has not said yet, so that the rules can finish it. A
 * sentence that was said in other words is left out when most of its telling words have come.
 */
export function remainingSentences(template: readonly string[], released: string): readonly string[] {
  const said = new Set(wordsOf(released));
  return template.filter((sentence) => {
    const words = wordsOf(sentence);
    const known = words.filter((word) => said.has(word)).length;
    return !released.includes(sentence) && (words.length === 0 || known / words.length < SAID_FROM);
  });
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, 6));
}
