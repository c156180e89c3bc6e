/** Alphabets whose letters look like those of another one. */
const LOOKALIKES = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/**
 * What is wrong with a name that visitors and colleagues are to trust; null when nothing is. Characters that cannot be seen
 * or that turn the direction of writing, and letters of several alphabets in one word, make one name look like another.
 */
export function findNameProblem(name: string): string | null {
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return 'must not contain characters that cannot be seen';
  if (!/\p{L}/u.test(name)) return 'must contain a letter';
  const words = name.normalize('NFKC').split(/[^\p{L}\p{M}]+/u);
  const isMixed = (word: string) => LOOKALIKES.filter((script) => script.test(word)).length > 1;
  return words.some(isMixed) ? 'must not mix the letters of several alphabets in one word' : null;
}
