import { type Disposer, listen } from './listen.js';

/** Calls back with the current answer at once and with every later one. */
export function watchMedia(query: string, run: (matches: boolean) => void): Disposer {
  const media = window.matchMedia(query);
  run(media.matches);
  return listen(media, 'change', () => run(media.matches));
}
