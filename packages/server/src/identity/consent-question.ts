import type { ConsentSettings } from '@baton/shared-types';
import { contentHash } from '../kernel/digest.js';

/** The question as one visitor reads it. */
export interface ConsentQuestion {
  readonly version: string;
  readonly text: string;
  readonly link: string | null;
}

/** The version covers the words in every language and the link: whoever changes one of them asks anew. */
export function consentQuestion(settings: ConsentSettings, locale: string): ConsentQuestion {
  const { text, link } = settings;
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const own = Object.hasOwn(text, language) ? text[language] : undefined;
  return { version: contentHash(settings).slice(0, 12), text: own ?? text.en, link };
}
