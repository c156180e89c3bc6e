/** Sentences of a text in order, without the white space around them. Abbreviations and numbers such as `3.5` are not ends. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(SENTENCE_END))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** After an end mark, before white space and something that can begin a sentence; not after a short abbreviation. */
const SENTENCE_END =
  /(?<=[.!?…]["”“»)\]]?)(?<!\b(?:e\.g|i\.e|z\.B|d\.h|ca|etc|bzw|Mr|Mrs|Ms|Dr|Nr|No|approx)\.)\s+(?=\S)/u;
