import { hasCompanyWord } from './company-words.js';
import { isLegalForm } from './legal-forms.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { isPlaceName } from './place-names.js';
import { isTitleWord } from './titles.js';

const PARTICLES: ReadonlySet<string> = new Set(
  "van von der den de da do dos das di del della dello la le du des zu zum zur ter ten te el al bin bint binte binti ibn ben abu y e i und af av o' mc san santa st op 't".split(
    ' ',
  ),
);
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const LOWER = /^\p{L}[\p{L}\p{M}'’-]+$/u;
const HONORIFICS =
  /^(?:(?:mr|mrs|ms|miss|dr|prof|sir|madam|herr|frau|hr|fr|dr|dipl|ing|sr|sra|srta|don(?=\s+\S+\s+\S)|doña|m|mme|mlle|monsieur|madame|signor|signora|sig|dott|dottor|dottoressa|dott\.ssa|dhr|mevr|mevrouw|meneer|senhor|senhora|dra)\.?\s+)+/iu;

/** Without "Mr.", "Frau Dr.", … in front. */
export function withoutHonorific(text: string): string {
  return text.replace(HONORIFICS, '');
}

/** True for capitalised words that can be a person's full or first name. */
export function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/u);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 7 || text.length > 60) return false;
  if (PARTICLES.has(last.toLowerCase()) || isPlaceName(text)) return false;
  if (words.length === 1 && isTitleWord(first)) return false;
  const isNamePart = (word: string, index: number) =>
    CAPITALISED.test(word) ? !isRefused(word, words.length, index) : index > 0 && PARTICLES.has(word);
  return words.every(isNamePart);
}

function isRefused(word: string, length: number, index: number): boolean {
  if (isLegalForm(word)) return true;
  // "Will Young", "May Lee": an ordinary word may be part of a name, but it does not start one by itself.
  if (index > 0 && length > 1) return isTitleWord(word);
  return isOrdinaryWord(word) || isTitleWord(word);
}

/** Where a name must stand, "Una Rupke" is one although its first word is an ordinary word of some language. */
export function looksLikeNameThere(text: string): boolean {
  const [first = '', ...others] = text.split(/\s+/u);
  if (looksLikeName(text)) return true;
  return (
    others.length > 0 &&
    CAPITALISED.test(first) &&
    /^\p{Lu}/u.test(others[0] ?? '') &&
    looksLikeName(others.join(' ')) &&
    !hasCompanyWord(text)
  );
}

/** True for one to three words in lower case (or CAPITALS), particles apart, that can be a name where one is expected. */
export function looksLikeTypedName(text: string): boolean {
  const words = text.split(/\s+/u);
  const own = words.filter((word, index) => index === 0 || !PARTICLES.has(word.toLowerCase()));
  if (
    own.length > 3 ||
    words.length > 5 ||
    text.length > 40 ||
    isPlaceName(text) ||
    isPlaceName(words.at(-1) ?? '')
  )
    return false;
  if (hasCompanyWord(text) || !/[aeiouyäöüáéíóúàèìòùâêîôûãõåæø]/iu.test(text)) return false;
  return words.every(
    (word, index) =>
      (LOWER.test(word) || (index > 0 && /^\p{L}\.?$/u.test(word))) &&
      !isTitleWord(word) &&
      !isLegalForm(word) &&
      (!isOrdinaryWord(word) ||
        (index > 0 && word.replace('.', '').length === 1) ||
        (index > 0 && index < words.length - 1 && PARTICLES.has(word.toLowerCase()))),
  );
}

/** "relieved", "looking": what people are or do, not what they are called; "fred" and "ahmed" are names. */
export function isParticiple(word: string): boolean {
  return (
    /(?:[^aeiou]ed|[iu]ed|[aeiou][^aeiou]ing|\p{L}{3}ing)$/iu.test(word) &&
    !/^(?:fr|n|t|r|al)ed$|(?:hm|am|ar|fr)ed$/iu.test(word)
  );
}

/** Only the capitalisation is put right: "kev" and "KEV" become "Kev"; mixed case stays as written. */
export function withNameCase(name: string): string {
  const oneCase = name === name.toLowerCase() || (name === name.toUpperCase() && name.length > 3);
  if (!oneCase) return name;
  return name
    .toLowerCase()
    .split(/(\s+|-|['’])/u)
    .map((part) => (PARTICLES.has(part) ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
}
