const EMAIL = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/gu;
/** Seven digits or more with what people put between them; a day such as 2026-11-20 stays. */
const LONG_NUMBER = /(?<![\d-])(?!\d{4}-\d{2}-\d{2}(?!\d))\+?\d(?:[\s()./-]{0,3}\d){6,24}/gu;

/**
 * A text without addresses and long numbers. The rules read those by themselves, so a model needs none of them: it
 * reads that one was given, not which.
 */
export function maskContactDetails(text: string): string {
  return text.replace(EMAIL, '[email]').replace(LONG_NUMBER, '[number]');
}
