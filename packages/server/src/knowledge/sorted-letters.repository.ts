/** SQL for the letters of a word in order: equal for two words that differ only by letters that changed places. */
export function sortedLetters(expression: string): string {
  return `(SELECT string_agg(letter, '' ORDER BY letter COLLATE "C")
    FROM regexp_split_to_table(${expression}, '') AS letter)`;
}
