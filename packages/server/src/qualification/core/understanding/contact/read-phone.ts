import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { isCorrection, isDenied } from '../cues/corrections.js';
import { belongsToSomebodyElse } from '../cues/other-people.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';
import { type FoundDigits, findSpokenDigits, findWrittenDigits } from './find-digits.js';
import { readPhoneRepair } from './read-phone-repair.js';

/** Words around a number that make it one to call. */
const CALL_WORDS =
  /\b(?:call|nr|phone|ring|tel(?:efon\w*|[ée]fono|[ée]phone)?|mobile?|mob|cell|number|line|text|sms|whats?(?:app)?|reach|handy|nummer|rufnummer|anruf\w*|erreich\w*|durchwahl|m[óo]vil|celular|n[úu]mero|ll[aá]m\w*|portable|num[ée]ro|appel\w*|joindre|fixe|telem[óo]vel|ligar?|cellulare|numero|chiam\w*|bel(?:len)?|gsm|telefoonnummer|bereik\w*)\b/iu;
/** Words directly before a number that is something else. */
const OTHER_NUMBERS =
  /(?:(?:tele)?fax|invoice|inv|order|ticket|case|account|acct|customer|policy|file|ref(?:erence)?|vat|iban|tax|serial|version|contract|rechnung\w*|bestell\w*|kunden\w*|auftrag\w*|vorgang\w*|ust\w*|factura|pedido|cuenta|facture|commande|client|fattura|ordine|factuur|bestelling|klant\w*|nif|cif|siret|siren|kvk|p\.? ?iva)[\s.:#]*(?:no\.?|number|nummer|nr\.?|id|n[°º]|num[ée]ro|n[úu]mero)?(?:\s(?:is|was|ist|lautet|es|est|é|è))?[\s.:#-]*$/iu;
const MONEY_AFTER = /^\s?(?:[€¤]|\$|£|eur|usd|gbp|chf|k\b|people|users|seats|agents|%)/iu;
const MONEY_BEFORE = /(?:[€¤$£¥₹]|\b(?:eur|usd|gbp|chf|rs\.?|inr))\s?$/iu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})/u;

/** "Take my direct line:" rather than the switchboard that was named before. */
const OWN_LINE =
  /(?<!\p{L})(?:meine (?:durchwahl|handynummer|mobilnummer)|my (?:direct (?:line|number)|mobile|cell|own)|mine(?:'s| is)?|ma ligne directe|mi (?:m[óo]vil|directo)|il mio (?:cellulare|diretto)|o meu (?:telem[óo]vel|directo)|mijn (?:mobiel|directe nummer))[\s:,]*(?:is|ist|est|es|è|é)?[\s:]*$/iu;

/** Asked for one of these, people give their number along. */
const OFFERED_WITH: ReadonlySet<string> = new Set(['email', 'name', 'company', 'role']);

/** A number at which the visitor can be called. */
export const readPhone: Reader = (context) => {
  const candidates: ReadCandidate[] = [];
  for (const message of context.messages) {
    const before = candidates.length;
    const found = [...findWrittenDigits(message.text), ...findSpokenDigits(message.text)];
    for (const digits of found.sort((a, b) => a.start - b.start).slice(0, 12)) {
      const candidate = candidateFrom(context, message, digits);
      if (candidate === null) continue;
      if (candidates.length === 0 || candidate.corrects) candidates.push(candidate);
      else if (OWN_LINE.test(message.text.slice(Math.max(0, digits.start - 40), digits.start)))
        candidates.splice(-1, 1, candidate);
    }
    if (candidates.length > before) continue;
    const repair = readPhoneRepair(message, candidates.at(-1)?.value ?? context.known.phone);
    if (repair !== null) candidates.push(repair);
  }
  return candidates;
};

function candidateFrom(
  context: ReadingContext,
  message: VisitorMessage,
  found: FoundDigits,
): ReadCandidate | null {
  const { text } = message;
  const { start, end } = found;
  const count = found.digits.replace('+', '').length;
  if (count > 15 || isSomethingElse(text, found)) return null;
  if (belongsToSomebodyElse(text, start, end) || isDenied(text, start, end)) return null;
  const asked = context.asked === 'phone';
  const near = CALL_WORDS.test(text.slice(Math.max(0, start - 60), Math.min(text.length, end + 30)));
  const value = normalize(
    context,
    { ...found, country: countryNamed(text.slice(Math.max(0, start - 40), start)) },
    asked || near || found.digits.startsWith('0') || OFFERED_WITH.has(context.asked ?? '') || /@/u.test(text),
  );
  if (value === null) return null;
  const international = value.startsWith('+');
  const offered =
    (OFFERED_WITH.has(context.asked ?? '') || text.includes('@')) &&
    count >= 9 &&
    /^(?:\+|0)|\d[ .-]\d/u.test(text.slice(start, end));
  // "… einen Vertriebler an der Strippe: 030 23125 077"
  const writtenAsPhone = count >= 9 && /^\(?0\d{1,5}\)?[ ./-]\d/u.test(text.slice(start, end));
  if (!asked && !near && !offered && !writtenAsPhone && !(international && count >= 9)) return null;
  return rulesCandidate({
    kind: 'phone',
    value,
    evidence: [evidenceAt(message, start, end)],
    confidence: asked || found.digits.startsWith('+') ? 0.95 : international ? 0.85 : 0.7,
    reason: international ? (say) => say.phoneGiven : (say) => say.phoneWithoutCountry,
    corrects: isCorrection(text, start, end),
  });
}

function isSomethingElse(text: string, { start, end }: FoundDigits): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  return (
    OTHER_NUMBERS.test(before) ||
    MONEY_BEFORE.test(before) ||
    MONEY_AFTER.test(text.slice(end, end + 12)) ||
    DATE.test(text.slice(start, end)) ||
    // Thousands: "1 500 000", "2.500.000", "10.000"
    /^\d{1,3}(?:[ .\u00a0\u202f]000)+$/u.test(text.slice(start, end))
  );
}

/** E.164 where the number or the chat shows the country, else digits; null when it cannot be a phone number. */
function normalize(
  context: ReadingContext,
  found: FoundDigits & { readonly country: CountryCode | null },
  likely: boolean,
): string | null {
  if (/^0{3,}/u.test(found.digits)) return null;
  const digits = found.digits.startsWith('00') ? `+${found.digits.slice(2)}` : found.digits;
  if (digits.startsWith('+')) {
    const parsed = parsePhoneNumberFromString(digits);
    return parsed?.isPossible() === true ? parsed.number : likely && digits.length >= 8 ? digits : null;
  }
  const country = found.country ?? countryFor(context, digits);
  if (country !== null) {
    const parsed = parsePhoneNumberFromString(digits, country);
    if (parsed?.isPossible() === true) return parsed.number;
  }
  return likely && digits.length >= 7 ? digits : null;
}

/** "Swiss number:", "numéro belge :" just before the digits. */
const NAMED: readonly (readonly [CountryCode, string])[] = [
  ['AT', 'austrian|österreichische?|oesterreichische?|autrichien(?:ne)?|austr[ií]ac[oa]|oostenrijks'],
  ['BE', 'belgian|belgische?|belges?|belgas?|belg[ao]|belgisch'],
  ['CH', 'swiss|schweizer(?:ische)?|suisses?|suiz[oa]|svizzer[oa]|suíç[oa]|zwitserse?'],
  ['DE', 'german|deutsche?|allemande?|alem[áãa]n?[oa]?|tedesc[oa]|duitse?'],
  ['ES', 'spanish|spanische?|espagnole?|español|espanhol|spagnol[oa]|spaanse?'],
  ['FR', 'french|französische?|français|franc[eé]s|francese|franse?'],
  ['GB', 'uk|british|britische?|britannique|britânic[oa]|britannic[oa]|britse?'],
  ['IE', 'irish|irische?|irlandais'],
  ['IT', 'italian|italienische?|italien|italian[oa]|italiaanse?'],
  ['NL', 'dutch|niederländische?|holländische?|néerlandais|neerlandés|olandese|holandês|nederlandse?'],
  ['PT', 'portuguese|portugiesische?|portugais|portugu[eê]s|portoghese|portugese?'],
  ['US', 'us|american|amerikanische?|américain|americano|amerikaanse?'],
];
const NUMBER_NOUN =
  '(?:mobile|cell|phone|handy|tele(?:f|ph)on\\p{L}*|num(?:ber|mer)|num[ée]ro|n[úu]mero|nr|gsm)';
const NAMED_PATTERNS = NAMED.map(
  ([country, words]) =>
    [
      country,
      new RegExp(
        `(?<!\\p{L})(?:(?:${words})[\\s-]{1,2}${NUMBER_NOUN}|${NUMBER_NOUN}\\s(?:${words}))(?!\\p{L})[\\s.:]*(?:is|ist|est|es|è|é)?[\\s.:]*$`,
        'iu',
      ),
    ] as const,
);

function countryNamed(before: string): CountryCode | null {
  return NAMED_PATTERNS.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

/** The visitor's country, else the only one whose numbers look like that in the language of the chat. */
function countryFor({ known, language }: ReadingContext, digits: string): CountryCode | null {
  const { country } = known;
  if (typeof country === 'string' && isSupportedCountry(country)) return country;
  if (language === 'en' && /^[2-9]\d{2}[2-9]\d{6}$/u.test(digits)) return 'US';
  if (language === 'en' && /^(?:07\d{9}|0[12]\d{9})$/u.test(digits)) return 'GB';
  if (language === 'en' && /^1[2-9]\d{2}[2-9]\d{6}$/u.test(digits)) return 'US';
  return null;
}
