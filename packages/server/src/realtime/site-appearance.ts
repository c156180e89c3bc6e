import {
  type Localized,
  type Playbook,
  type SiteAppearance,
  WIDGET_LANGUAGES,
  type WidgetTextOverrides,
} from '@baton/shared-types';
import { questionInput } from '../qualification/index.js';

interface OfSite {
  readonly companyName: string;
  readonly texts: WidgetTextOverrides | undefined;
}

/** What the widget shows before the first message, in the visitor's language or else in English. */
export function siteAppearance(
  playbook: Playbook,
  { companyName, texts = {} }: OfSite,
  locale: string,
): SiteAppearance {
  const { assistant } = playbook;
  // The language that the widget speaks to this visitor: an English text does not replace a German one.
  const spoken = WIDGET_LANGUAGES.find((language) => language === languageOf(locale)) ?? 'en';
  const own = texts[spoken];
  return {
    ...(own && Object.keys(own).length > 0 ? { texts: own } : {}),
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
  const language = languageOf(locale);
  return Object.hasOwn(texts, language) ? (texts[language] ?? texts.en) : texts.en;
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
}
