import { matchesOf } from '../matches-of.js';

const TOKEN = /\S+/gu;

/** What stands between white space, punctuation included. */
export function tokensOf(text: string): readonly RegExpExecArray[] {
  return [...matchesOf(text, TOKEN)];
}
