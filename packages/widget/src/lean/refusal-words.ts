/** The widget says in its own words what could not be done, by the code. */
export function wordsOf(code: string): string {
  return code;
}
