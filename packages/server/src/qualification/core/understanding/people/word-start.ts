/**
 * Where a word begins, for a pattern with the flags `iu`. At most places of a text a plain letter stands before,
 * which is seen sooner than whether any of the world's letters and digits does.
 */
export const WORD_START = "(?<![a-z])(?<![\\p{L}\\p{N}'’])";
