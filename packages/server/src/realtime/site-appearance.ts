import type { Localized, Playbook, SiteAppearance } from '@baton/shared-types';
import { questionInput } from '../qualification/index.js';

/** What the widget shows before the first message, in the visitor's language or else in English. */
export function siteAppearance(playbook: Playbook, companyName: string, locale: string): SiteAppearance {
  const { assistant } = playbook;
  return {
    companyName,
    assistantName: assistant.name,
    greeting: inLanguage(assistant.greeting, locale),
    disclosure: inLanguage(assistant.disclosure, locale),
    starters: inLanguage(assistant.starters, locale),
    inputs: Object.fromEntries(
      playbook.slots.flatMap((slot) => {
        const input = questionInput(slot, locale);
        return input ? [[slot.key, input]] : [];
      }),
    ),
  };
}

function inLanguage<T>(texts: Localized<T>, locale: string): T {
  const [language = 'en'] = locale.toLowerCase().split(/[-_]/);
  return Object.hasOwn(texts, language) ? (texts[language] ?? texts.en) : texts.en;
}
