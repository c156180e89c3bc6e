/**
 * The sentences of a message that end in a question mark, or the whole message when there are none: what people
 * tell about themselves around a question must not water it down.
 */
export function askedPart(message: string): string {
  const sentences = message.match(/[^.!?;\n]+(?:[.!;](?!\s|$)[^.!?;\n]*)*[.!?;\n]*/g) ?? [];
  const questions = sentences.filter((sentence) => sentence.trimEnd().endsWith('?'));
  return questions.length === 0 ? message : questions.join(' ').trim();
}
