import { isRefusal } from '../cues/refusals.js';
import { hasCompanyWord } from './company-words.js';
import { AFTER_NAME } from './introductions.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { isAlsoFirstName } from './ordinary-words.js';
import { looksLikeName, looksLikeNameThere, looksLikeTypedName, withoutHonorific } from './person-name.js';
import { type Segment, splitSegments } from './segments.js';
import { tokensOf } from './tokens.js';

export interface NameAnswer extends Span {
  readonly confidence: number;
}

const LEAD =
  /^\*?(?:(?:fala|aqui fala|habla|parla|hier spricht|je spreekt met|u spreekt met|au bout du fil|i bin|da|der|die|gestatten|angenehm|servus|moin|sure|yes|yeah|yep|ok|okay|of course|certainly|well|oh|ah|um|hi|hello|it'?s|its|just|it is|that'?s|that would be(?: me)?|i'?m|im|i am|me|name'?s|this is|ja|klar|gerne|natürlich|sí|claro|oui|bien s[ûu]r|sim|s[ìi]|certo|natuurlijk|con|with|mit|avec|com|met|pues|bueno|(?:just |you can |please )?(?:put|write|note|use|say)(?: down| it under| it as)?|under|pode (?:colocar|p[ôo]r|anotar)|ponga|ponme|schreiben sie|notieren sie|mettez|metta|zet maar|my name is|(?:my |the )?(?:first|second|last|family) name(?: is)?|(?:my |the )?surname(?: is)?|you can call (?:me|be)|(?:i think )?(?:it|the booking|the reservation|my booking|my reservation|the account) is (?:under|for)|ich bin|ich hei(?:ß|ss)e|soy|je suis|sou|sono|ik ben|mr|mrs)[\s,.:!]+)*/iu;

/** The name in an answer to the question for it, also in lower case; null when the answer names nobody. */
export function nameAnswer(text: string): NameAnswer | null {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const [first, ...others] = splitSegments(text.slice(lead)).map((segment) => ({
    ...segment,
    start: segment.start + lead,
    end: segment.end + lead,
  }));
  if (first === undefined) return null;
  const found = first.start - lead <= 1 ? nameInSegment(first, text) : null;
  if (found !== null) return found;
  if (isRefusal('name', text)) return null;
  // "Oh, sorry, I should have said: Callum Reid."
  const alone = others.find((segment) => looksLikeName(segment.text));
  return alone === undefined ? null : { start: alone.start, end: alone.end, confidence: 0.8 };
}

function nameInSegment(segment: Segment, text: string): NameAnswer | null {
  const words = withoutHonorific(segment.text);
  const base = segment.end - words.length;
  const found = (end: number, confidence: number) => ({ start: base, end: base + end, confidence });
  const split = splitNameAndCompany(words);
  if (split !== null) return found(split.name.end, 0.93);
  const tokens = tokensOf(words);
  for (let count = Math.min(tokens.length, 5); count > 0; count -= 1) {
    const last = tokens[count - 1];
    if (last === undefined) continue;
    const end = last.index + last[0].length;
    const phrase = words.slice(0, end);
    const closed = AFTER_NAME.test(words.slice(end));
    if (looksLikeName(phrase) && (count > 1 || closed)) return found(end, 0.92);
    // Asked for the name, "Li Mcgough" and "Will" are names although the first word is an ordinary one.
    const whole = count === tokens.length && /^(?:\p{Lu}\S*\s)*\p{Lu}\S*$/u.test(phrase);
    if (whole && count > 1 && looksLikeNameThere(phrase)) return found(end, 0.82);
    // "Mari Steward": a title for a surname.
    if (whole && count === 2 && looksLikeName(tokens[0]?.[0] ?? '') && !hasCompanyWord(phrase))
      return found(end, 0.8);
    if (whole && count === 1 && isAlsoFirstName(phrase)) return found(end, 0.82);
    const pair = count === 2 && tokens.length === 2 && looksLikeTypedName(last[0]);
    if (pair && isAlsoFirstName(tokens[0]?.[0] ?? '')) return found(end, 0.8);
    if (closed && looksLikeTypedName(phrase) && !isRefusal('name', text)) return found(end, 0.85);
  }
  return null;
}
