import { hasCompanyWord } from './company-words.js';
import { SIGN_OFFS } from './introductions.js';
import type { Span } from './name-and-company.js';
import { looksLikeName, looksLikeTypedName } from './person-name.js';
import { splitSegments } from './segments.js';
import { tokensOf } from './tokens.js';

/** What stands behind the last words; looked for from the end, which is all that a long text is asked for. */
const CLOSING = /$(?<=([.!\s]*))(?<=([^\p{L}\p{N}.)]*))/u;

const THANKS =
  /(?<!\p{L})(?:thanks?|thank you|danke|merci|gracias|grazie|obrigad[oa]|bedankt|dank u|gr(?:u|ü)(?:ß|ss)e?|regards|saludos|saluti|cordialement)(?!\p{L})/iu;

/** "cheers, Lachlan" at the very end. */
export function findSigned(text: string): Span | null {
  const whole = text.trimEnd();
  const last = THANKS.test(whole) ? splitSegments(whole).at(-1) : undefined;
  // "Then thank you for listening. Ilse Mönkemeier"
  if (
    last !== undefined &&
    last.start > 0 &&
    last.text.includes(' ') &&
    looksLikeName(last.text) &&
    !hasCompanyWord(last.text)
  )
    return { start: last.start, end: last.end };
  const [, marks = '', signs = ''] = CLOSING.exec(whole) ?? [];
  const body = whole.slice(0, whole.length - Math.max(marks.length, signs.length));
  const tokens = tokensOf(body.slice(-60)).slice(-4);
  const base = Math.max(0, body.length - 60);
  for (const token of tokens) {
    const start = base + token.index;
    const phrase = body.slice(start);
    if (!SIGN_OFFS.test(body.slice(Math.max(0, start - 40), start))) continue;
    if (!looksLikeName(phrase) && !looksLikeTypedName(phrase)) continue;
    return { start, end: body.length };
  }
  return null;
}
