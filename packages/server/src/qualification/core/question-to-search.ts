/** "And for 15 people?": means nothing without what was asked before. */
const FOLLOWS =
  /^\s*(?:(?:and|what about|how about) (?:for|with|per|in|on|at)|und (?:für|mit|pro|bei|in|im|ab))(?!\p{L})/iu;
const SHORT = 40;
/** The search looks at no more of a question, in UTF-16 units. */
const LONGEST = 1_000;

/** What the articles are searched for: what was written, after the question that it goes on from. */
export function questionToSearch(written: readonly string[], before: readonly string[]): string {
  const question = written.join('\n');
  const earlier = before.at(-1);
  const goesOn = earlier !== undefined && question.length <= SHORT && FOLLOWS.test(question);
  return (goesOn ? `${earlier}\n${question}` : question).slice(-LONGEST);
}
