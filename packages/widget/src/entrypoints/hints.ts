import { CALLS, EVENTS, OPTIONS } from '../api/names.js';
import { nearestName } from '../core/nearest-name.js';

/** Words for developers, loaded only once there is something to say to them. */
export interface Mistakes {
  /** Names of options as the page wrote them. */
  readonly options: readonly string[];
  readonly events: readonly string[];
  readonly calls: readonly unknown[];
}

/** Says which names do not exist, and which ones were probably meant. */
export function hintAtNames({ options, events, calls }: Mistakes): void {
  const say = (kind: string, name: unknown, names: readonly string[], isOurs: boolean) => {
    const meant = nearestName(`${name}`, names);
    // Script tags carry other people's attributes too: only a near miss is ours.
    if (meant) console.warn(`Baton: there is no ${kind} "${name}". Did you mean "${meant}"?`);
    else if (isOurs) console.warn(`Baton: there is no ${kind} "${name}". There are: ${names.join(', ')}.`);
  };
  for (const name of options) say('option', name, OPTIONS, false);
  for (const name of events) say('event', name, EVENTS, true);
  for (const name of calls) say('call', name, CALLS, true);
}

export interface Embedding {
  readonly server: string;
  readonly site: string;
  /** Of the host page. */
  readonly origin: string;
}

/** What to look at when no connection comes about: a browser does not let a page see why, so the usual reasons are named. */
export function hintAtConnection({ server, site, origin }: Embedding): void {
  console.error(
    `Baton: ${server} accepts no chat from this page. Is the server running, is ${origin} among the allowed origins of the site (console, Sites), and is data-site="${site}" its key? Does the page's Content Security Policy allow ${server} and ${server.replace('http', 'ws')} in connect-src?`,
  );
}
