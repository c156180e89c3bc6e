import { sayWhoIsAway } from '../extras/away/say-who-is-away.js';
import { askConsent } from '../extras/consent/ask-consent.js';
import type { ExtrasTools } from '../extras/extras-tools.js';
import { type LoadUploads, loadFiles } from '../extras/load-files.js';
import { replaceTexts } from '../extras/replace-texts.js';
import type { Disposer } from '../platform/listen.js';

/** What a site's own settings add to the chat; loaded only where there is something of it. */
export function addExtras(tools: ExtrasTools, loadUploads: LoadUploads): Disposer {
  const ends = [replaceTexts(tools), sayWhoIsAway(tools), askConsent(tools), loadFiles(tools, loadUploads)];
  return () => {
    for (const end of ends) end();
  };
}
