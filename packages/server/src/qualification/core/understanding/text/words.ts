import { oncePerText } from '../once-per-text.js';

/** A run of the letters a to z: `[start, end)` of a folded text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a folded text in order. Code units are looked at, because a pattern costs several times as much here. */
export const splitWords = oncePerText((folded): readonly Word[] => {
  const words: Word[] = [];
  let start = 0;
  for (let at = 0; at <= folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (code >= 97 && code <= 122) continue;
    if (at > start) words.push({ text: folded.slice(start, at), start, end: at });
    start = at + 1;
  }
  return words;
});
