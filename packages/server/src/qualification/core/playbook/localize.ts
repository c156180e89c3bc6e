import type { Localized, Playbook, SlotKey } from '@baton/shared-types';

/** The text in the wanted language, else in English. A region is ignored: `de-AT` reads `de`. */
export function localize<T>(text: Localized<T>, language: string): T {
  const primary = language.split('-')[0] ?? language;
  return text[language] ?? text[primary] ?? text.en;
}

/** What agents call a slot; its key where the playbook has no such slot any more. */
export function labelOf(
  { slots, deskLanguage }: Pick<Playbook, 'slots' | 'deskLanguage'>,
  key: SlotKey,
): string {
  const slot = slots.find((each) => each.key === key);
  return slot ? localize(slot.label, deskLanguage) : key;
}

/** Fills `{value}`, `{rival}` … A placeholder without a value is left out. */
export function fillText(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
