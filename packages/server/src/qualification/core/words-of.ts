import type { MessageSent } from '@baton/shared-types';

/** What was said in a message. The name of a file is its text for people, but nobody's words: nothing is read from it. */
export function wordsOf({ text, files }: Pick<MessageSent, 'text' | 'files'>): string {
  return files ? '' : text;
}
