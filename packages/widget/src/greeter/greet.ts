import type { Greeting } from '@baton/shared-types';
import { readBatonGlobal, writeBatonGlobal } from '../platform/baton-global.js';
import { ask, findGreeterTag, onLeaving, rulePage, whenVisible } from '../platform/greeter-page.js';
import { guardedStorage } from '../platform/guarded-storage.js';
import { type Disposer, disposeAll } from '../platform/listen.js';
import { fitsPage } from './fits-page.js';
import { showGreeting } from './show-greeting.js';

/**
 * Speaks first where a rule of the site fits: once per visitor, never over a refused consent, never to somebody who chats
 * already. Until then the server learns the site's key and the language, and afterwards which rule it was.
 */
export async function greet(): Promise<void> {
  const tag = findGreeterTag();
  if (!tag) {
    console.warn('Baton: greetings.js needs data-site, on its own tag or on the widget’s.');
    return;
  }
  const { server, site, locale } = tag;
  const kept = guardedStorage('localStorage');
  const tab = guardedStorage('sessionStorage');
  const key = (name: string) => `baton:${site}:${name}`;
  const isUnwanted = () =>
    kept.get(key('greeted')) !== null ||
    kept.get(key('refused')) === '1' ||
    tab.get(key('open')) === '1' ||
    tab.get(key('ongoing')) === '1';
  if (isUnwanted()) return;
  const answer = (await ask(server, 'greetings', { siteKey: site, locale })) as {
    readonly greetings: readonly Greeting[];
  } | null;
  const rules = answer?.greetings ?? [];
  if (rules.length === 0) return;

  const waiting: Disposer[] = [];
  let isDone = false;
  const finish = () => {
    isDone = true;
    disposeAll(waiting.splice(0))();
  };
  // Whoever opens the chat is not asked any more whether they want to.
  call('on', 'opened', finish);
  for (const rule of rules) {
    const { afterSeconds, whenLeaving } = rule;
    const attempt = () => {
      // The page may have become another one, and another tab may have greeted.
      if (isDone || isUnwanted() || !fitsPage(rule, rulePage())) return;
      finish();
      kept.set(key('greeted'), rule.key);
      const hide = showGreeting(rule.text, { ...tag, onOpen: () => call('open') });
      call('on', 'opened', hide);
      void ask(server, 'greetingShown', { siteKey: site, key: rule.key });
    };
    if (afterSeconds !== null) {
      const timer = setTimeout(() => waiting.push(whenVisible(attempt)), afterSeconds * 1_000);
      waiting.push(() => clearTimeout(timer));
    }
    if (whenLeaving) waiting.push(onLeaving(attempt));
  }
}

/** `window.Baton` is the queue first and the API later; both take calls as arrays. */
function call(...queued: readonly unknown[]): void {
  const current = readBatonGlobal();
  if (current) Reflect.apply(current.push, current, [queued]);
  else writeBatonGlobal([queued as never]);
}
