import type { Greeting } from '@baton/shared-types';

/** The page as rules look at it. */
export interface RulePage {
  /** Of the address, from the first slash on, without search and fragment. */
  readonly path: string;
  /** `utm_campaign` of the address; null without one. */
  readonly campaign: string | null;
}

/** Whether a greeting belongs on this page. A pattern is a path, `*` in it stands for anything. */
export function fitsPage({ pages, campaigns }: Greeting, { path, campaign }: RulePage): boolean {
  const isHere = pages.length === 0 || pages.some((pattern) => fitsPath(pattern, path));
  return isHere && (campaigns.length === 0 || (campaign !== null && campaigns.includes(campaign)));
}

function fitsPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
