/** PostgreSQL text search configurations that articles are indexed with. */
export const SEARCH_CONFIGS = ['english', 'german', 'simple'] as const;
export type SearchConfig = (typeof SEARCH_CONFIGS)[number];

/** The primary language of a BCP 47 tag, in lower case: `de` for `de-AT`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** How texts of a language are stemmed; other languages than English and German are matched word by word. */
export function searchConfig(language: string): SearchConfig {
  switch (primaryLanguage(language)) {
    case 'en':
      return 'english';
    case 'de':
      return 'german';
    default:
      return 'simple';
  }
}
