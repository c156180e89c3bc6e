import { matchesOf } from '../matches-of.js';
import { hasCompanyWord } from './company-words.js';
import { findLegalNames } from './legal-forms.js';
import { looksLikeName } from './person-name.js';

/** Offsets within the text that was given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface NameAndCompany {
  readonly name: Span;
  readonly company: Span | null;
}

/** Between a person and their company, never inside a person's name. */
const CLEAR =
  /\s(?:from|at|with|of|representing|bei|chez|presso|@|vom|aus der firma|von der firma|de la (?:empresa|soci[ée]t[ée])|de l'entreprise|da empresa|dell'azienda|van de firma)\s(?:the\s)?/iu;
/** Also particles of names: only what stands around them decides. */
const DOUBTFUL = /\s(?:von(?: der)?|van(?: de)?|de(?: la| los)?|da|do|di|della|du|des)\s(?=[\p{Lu}\p{N}])/gu;

/** Splits "Sjoerd van der Heijden van Sneeuwgans Koeltransport B.V."; null when it does not begin with a name. */
export function splitNameAndCompany(text: string): NameAndCompany | null {
  const clear = CLEAR.exec(text);
  if (clear !== null) {
    const left = text.slice(0, clear.index);
    const named = /^(?:\p{Lu}|\p{N}+\p{L})/u.test(text.slice(clear.index + clear[0].length));
    if (named && looksLikeName(left) && !hasCompanyWord(left))
      return cut(text, clear.index, clear.index + clear[0].length);
  }
  for (const joint of [...matchesOf(text, DOUBTFUL)].toReversed()) {
    const left = text.slice(0, joint.index);
    const right = text.slice(joint.index + joint[0].length);
    if (looksLikeName(left) && !hasCompanyWord(left) && isCompanyBeside(left, right)) {
      return cut(text, joint.index, joint.index + joint[0].length);
    }
  }
  return looksLikeName(text) ? { name: { start: 0, end: text.length }, company: null } : null;
}

function isCompanyBeside(left: string, right: string): boolean {
  if (findLegalNames(right).length > 0 || hasCompanyWord(right)) return true;
  // "Ana Torres de Vela Norte": a full name on the left and two plain words on the right.
  return (
    left.includes(' ') && /^\p{Lu}\S+ \p{Lu}\S+$/u.test(right) && !/\s(?:van|von|de|da|di) /iu.test(left)
  );
}

function cut(text: string, nameEnd: number, companyStart: number): NameAndCompany {
  return { name: { start: 0, end: nameEnd }, company: { start: companyStart, end: text.length } };
}
