import { type Disposer, listen } from './listen.js';

/** The answer now. */
export function matchesMedia(query: string): boolean {
  return window.matchMedia(query).matches;
}

/** Calls back with the current answer at once and with every later one. */
export function watchMedia(query: string, run: (matches: boolean) => void): Disposer {
  const media = window.matchMedia(query);
  run(media.matches);
  return listen(media, 'change', () => run(media.matches));
}
