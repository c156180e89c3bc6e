import type { SearchConfig } from './search-language.js';

/**
 * Text as it is indexed and searched: lower case, one form per letter. German umlauts lose their dots however
 * they were typed (`ä`, `ae`), so that `Verträge`, `Vertraege` and `Vertrag` meet.
 */
export function foldText(text: string, config: SearchConfig): string {
  const lower = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  if (config !== 'german') return lower;
  return lower.replaceAll('ß', 'ss').replace(/ä|ae/g, 'a').replace(/ö|oe/g, 'o').replace(/ü|ue/g, 'u');
}
