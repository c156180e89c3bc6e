/** Words as they stand between blanks and brackets; one with a sign for "at" inside is an address. */
const WORD = /[^\s<>"'(),;:]+/gu;
/** Seven digits or more with what people put between them; a day such as 2026-11-20 stays. */
const LONG_NUMBER = /(?<![\d-])(?!\d{4}-\d{2}-\d{2}(?!\d))\+?\d(?:[\s()./-]{0,3}\d){6,24}/gu;

/**
 * A text without addresses and long numbers. The rules read those by themselves, so a model needs none of them: it
 * reads that one was given, not which.
 */
export function maskContactDetails(text: string): string {
  const unaddressed = text.includes('@')
    ? text.replace(WORD, (word) => (/[^@]@[^@]/u.test(word) ? '[email]' : word))
    : text;
  return unaddressed.replace(LONG_NUMBER, '[number]');
}
