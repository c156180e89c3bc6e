import { hasCompanyWord } from './company-words.js';
import { findLegalNames } from './legal-forms.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { isPlaceName } from './place-names.js';
import { firstSegment } from './segments.js';
import { tokensOf } from './tokens.js';

const SMALL =
  /^(?:of|and|the|und|der|die|das|am|im|y|e|et|de|del|des|du|la|le|les|los|las|da|do|di|della|van|den|von|für|for|fils|&|\+|n|i|al|el)$/iu;
const ARTICLE = /^(?:the|der|die|das|dem|den|la|el|le|il|lo|het|a|o)\s(?=[\p{Lu}\p{N}])/u;
const REACH = 90;

/**
 * The company's name that begins at `start`: capitalised words, or up to five in lower case where a name must stand
 * (`typed`). Null when what stands there is no name.
 */
export function companyFrom(text: string, start: number, typed: boolean): Span | null {
  const article = ARTICLE.exec(text.slice(start, start + 8))?.[0].length ?? 0;
  const from = start + article;
  const legal = findLegalNames(text).find((it) => it.start <= from + 4 && it.end > from);
  if (legal !== undefined) return { start: Math.max(from, legal.start), end: legal.end };
  const segment = firstSegment(text.slice(from, from + REACH));
  if (segment === undefined || segment.start > 1) return null;
  const split = splitNameAndCompany(segment.text);
  if (split?.company) return shifted(split.company, from + segment.start);
  const end = endOfName(segment.text, typed);
  const name = segment.text.slice(0, end);
  const [first = ''] = name.split(' ');
  const isPlace = isPlaceName(name) || (isPlaceName(first) && !hasCompanyWord(name));
  const proper = /\p{Lu}/u.test(name) || typed || name.includes('&');
  if (end === 0 || !proper || isPlace || /^\d+$/u.test(name)) return null;
  return { start: from + segment.start, end: from + segment.start + end };
}

/** How far the words of a name reach; 0 when the text does not begin with one. */
function endOfName(text: string, typed: boolean): number {
  const lower = typed || text.includes(' & ');
  let end = 0;
  for (const [index, { 0: word, index: at }] of tokensOf(text).entries()) {
    if (SMALL.test(word) && index > 0) continue;
    const ordinaryStart = index === 0 && isOrdinaryWord(word) && !hasCompanyWord(text);
    // "8 people" is a number, "4 Paws" and "24seven" are names.
    const bareNumber =
      /^\p{N}+(?:[.,:]\p{N}+)?(?:am|pm|h|k|ish)?$/iu.test(word) &&
      !/^\s\p{Lu}/u.test(text.slice(at + word.length));
    const capital = /^[\p{Lu}\p{N}]/u.test(word) && !ordinaryStart && !bareNumber;
    const fits = capital || (lower && index < 5 && !isOrdinaryWord(word));
    if (index >= 7 || !fits) break;
    end = at + word.length;
  }
  return end;
}

/** Drops what people hang on to a name ("lah", "here", "btw") and what they put before it ("die Firma"). */
export function trimCompany(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const kept = words.replace(HANGING, '').replace(/[\s,;:!?]+$/u, '').length;
  const lead = LEADING.exec(words)?.[0].length ?? 0;
  const article = ARTICLE.exec(words.slice(lead))?.[0].length ?? 0;
  return { start: start + lead + article, end: start + kept };
}

const HANGING =
  /(?:\s(?:lah|la|btw|lol|haha|here|please|pls|thanks|thx|ty|duh|hier|aqui|ici|by the way|in case you|as it))+$/iu;
const LEADING =
  /^(?:(?:the |die |der |la |a |l'|het )?(?:company|firma|empresa|soci[ée]t[ée]|entreprise|azienda|ditta|bedrijf|unternehmen)\s)/iu;

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
