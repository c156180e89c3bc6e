import { firstMatches, matchesOf } from '../matches-of.js';
import { oncePerText } from '../once-per-text.js';
import { tokensOf } from './tokens.js';

/** Legal forms as they stand at the end of a company's name. Longer forms first. */
const FORMS = [
  'GmbH & Co\\.? KGaA',
  'GmbH & Co\\.? KG',
  'UG \\(haftungsbeschr[äa]nkt\\)',
  'AG & Co\\.? KG',
  'gGmbH',
  'GmbH',
  'mbH',
  'KGaA',
  'OHG',
  'GbR',
  'e\\.? ?K\\.?',
  'e\\.? ?V\\.?',
  'eG',
  'AG',
  'KG',
  'SE',
  'UG',
  'Pty\\.? Ltd\\.?',
  'Pty\\.? Limited',
  'Pte\\.? Ltd\\.?',
  'Pvt\\.? Ltd\\.?',
  'Private Limited',
  'Co\\.?,? Ltd\\.?',
  'Sdn\\.? Bhd\\.?',
  'Limited',
  'Ltd\\.?',
  'LLC',
  'L\\.L\\.C\\.',
  'LLP',
  'L\\.?L\\.?P\\.?',
  'PLLC',
  'PLC',
  'plc',
  'Inc\\.?',
  'Incorporated',
  'Corp\\.?',
  'Corporation',
  'Co-op',
  'S\\. ?de R\\. ?L\\. ?de C\\. ?V\\.?',
  'S\\. ?A\\. ?de C\\. ?V\\.?',
  'SA de CV',
  'S\\.? ?A\\.? ?S\\.?',
  'S\\.? ?A\\.? ?R\\.? ?L\\.?',
  'S\\.? ?R\\.? ?L\\.? ?S\\.?',
  'S\\.? ?[rR]\\.? ?[lL]\\.?',
  'S\\.? ?p\\.? ?A\\.?',
  'SpA',
  'S\\.? ?L\\.? ?[UPN]\\.?',
  'S\\.? ?Coop\\.?',
  'S\\.? ?L\\.?',
  'S\\.? ?A\\.?',
  'S\\.?n\\.?c\\.?',
  'S\\.?a\\.?s\\.?',
  'EURL',
  'SASU',
  'SCOP',
  'SCI',
  'SNC',
  'Lt?da\\.?',
  'EIRELI',
  'B\\. ?V\\.?',
  'BVBA',
  'BV',
  'bv',
  'N\\. ?V\\.?',
  'NV',
  'nv',
  'V\\. ?O\\. ?F\\.?',
  'VOF',
  'vof',
  'A/S',
  'ApS',
  'AB',
  'AS',
  'ASA',
  'Oy',
  'Oyj',
  'O[ÜU]',
  'SIA',
  'UAB',
  'd\\.o\\.o\\.',
  's\\.r\\.o\\.',
  'a\\.s\\.',
  'Kft\\.?',
  'Zrt\\.?',
  'sp\\. ?z ?o\\. ?o\\.',
  'Sp\\. ?z ?o\\. ?o\\.',
  'S\\.? ?r\\.? ?o\\.?',
  'EOOD',
  'OOD',
];

/** How each of them begins. Most words do not, and need not be compared with all forms. */
const FIRST = '(?=\\p{Lu}|gG|mb|e[.GKV ]|pl|bv|nv|vo|[das]\\.|sp)';
const ENDING = new RegExp(`(?<=[\\s,])${FIRST}(?:${FORMS.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const BEGINNING =
  /(?<![\p{L}\p{N}])(?:K\.K\.|PT|CV|Stichting|SARL|SAS|Ets|Cabinet) \p{Lu}[\p{L}\p{N}-]+(?: \p{Lu}[\p{L}\p{N}-]+){0,3}/gu;
const WHOLE = new RegExp(`^(?:${FORMS.filter((form) => !form.includes(' & ')).join('|')})$`, 'u');
const CONNECTORS: ReadonlySet<string> = new Set(
  '& + and of the und der die das y i e et de del des du la le les los las da do dos das di della van von den ten ter voor en für for al'.split(
    ' ',
  ),
);
const NAME_WORD = /^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’.&+/-]*$/u;
const LOWER_NAME_WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&+/-]*$/u;
const REACH = 90;
/** No message names as many companies; a text of nothing but "S. A." is not looked through to its end. */
const MOST_FORMS = 400;

export interface FoundCompany {
  readonly start: number;
  readonly end: number;
}

/** True for a word that is a legal form by itself. */
export function isLegalForm(word: string): boolean {
  return WHOLE.test(word);
}

/** Names that end in a legal form: the capitalised run before it belongs to the name. */
export const findLegalNames = oncePerText((text): readonly FoundCompany[] => {
  const found: FoundCompany[] = [];
  for (const form of firstMatches(text, ENDING, MOST_FORMS)) {
    // A name stands on one line: what is above it in a signature is somebody's name and title.
    const line = text.lastIndexOf('\n', form.index - 1) + 1;
    const from = Math.max(found.at(-1)?.end ?? 0, form.index - REACH, line);
    const start = startOfName(text, from, form.index);
    if (start !== null) found.push({ start, end: form.index + form[0].length });
  }
  for (const match of matchesOf(text, BEGINNING)) {
    const end = match.index + match[0].length;
    if (!found.some((it) => it.start < end && match.index < it.end)) found.push({ start: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
});

/** Walks back over the words of a name; null when none stands before the form. */
function startOfName(text: string, from: number, formStart: number): number | null {
  const words = tokensOf(text.slice(from, formStart));
  let start: number | null = null;
  for (const [step, word] of words.toReversed().entries()) {
    // A comma may stand between name and form ("Quinta do Almocreve, Lda."), nowhere else.
    const bare = step === 0 ? word[0].replace(/,$/u, '') : word[0];
    if (/[,;:!?()]/u.test(bare) || step >= 8) break;
    if (NAME_WORD.test(bare) || (step === 0 && LOWER_NAME_WORD.test(bare) && bare.length > 1))
      start = from + word.index;
    else if (!CONNECTORS.has(bare.toLowerCase())) break;
    if (/\p{Ll}{3}\.$/u.test(bare)) break;
  }
  return start;
}
