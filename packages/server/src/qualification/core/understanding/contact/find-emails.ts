import { matchesOf } from '../matches-of.js';
import { oncePerText } from '../once-per-text.js';

/** An address in a text. `loose`: only the word "at" shows it, so it counts only as an answer. */
export interface FoundEmail {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly address: string;
  readonly form: 'written' | 'spoken' | 'loose';
}

const AT =
  /\s?[[({]\s?(?:at|arroba|arobase|chiocciola|@)\s?[\])}]\s?|\s?@\s?|\s(?:at|ät|arroba|arobase|chiocciola|klammeraffe|apenstaartje|apestaartje|snail|chez|a commercial)\s/giu;
const DOT_WORDS = 'dot|punkt|punto|point|ponto|punt';
const HYPHEN_WORDS =
  'hyphen|dash|minus|bindestrich|strich|guion|gui[óo]n|tiret|h[ií]fen|trattino|streepje|koppelteken';
const UNDERSCORE_WORDS = 'underscore|unterstrich|guion bajo|gui[óo]n bajo|underline|tiret bas|trattino basso';

/** What joins the parts of an address: a sign, or a word for it. */
const JOINT = `(?:[.]|\\s?[[(]\\s?(?:${DOT_WORDS}|\\.)\\s?[\\])]\\s?|\\s(?:${DOT_WORDS})\\s|[-_+]|\\s(?:${HYPHEN_WORDS}|${UNDERSCORE_WORDS})\\s)`;
const LOCAL = new RegExp(`[\\p{L}\\p{N}%'_+-]{1,40}(?:${JOINT}[\\p{L}\\p{N}%'_+-]{1,40}){0,6}$`, 'iu');
const DOMAIN = new RegExp(`^[\\p{L}\\p{N}_]{1,40}(?:${JOINT}[\\p{L}\\p{N}_]{1,40}){1,6}`, 'iu');
/** "brightwell dental dot co dot uk, all one word": words that are to be written together. */
const SPACED_DOMAIN = new RegExp(
  `^((?:[\\p{L}\\p{N}-]{1,30}\\s){1,4}[\\p{L}\\p{N}-]{1,30})((?:\\s(?:${DOT_WORDS})\\s\\p{L}{2,24}|[.]\\p{L}{2,24}){1,3})(?=[\\s,.(]{1,3}(?:it'?s |its |that'?s |and )?(?:all |alles |tout |todo |tudo |tutto )?(?:(?:as |in )?one word|together|(?:in )?einem wort|zusammen|ein wort|en un seul mot|attach[ée]|(?:en )?una (?:sola )?palabra|junto|tutto attaccato|una parola|(?:numa )?s[óo] palavra|aan elkaar|[ée]{2}n woord))`,
  'iu',
);
/** "info @ mill . example" */
const SPACED_DOTS = /^[\p{L}\p{N}_-]{1,40}(?:\s\.\s[\p{L}\p{N}_-]{1,40}){0,2}\s\.\s\p{L}{2,24}(?!\p{L})/u;
const JOINTS = new RegExp(JOINT, 'giu');
const DOT = new RegExp(`^(?:[.]|\\s?[[(]?\\s?(?:${DOT_WORDS}|\\.)\\s?[\\])]?\\s?)$`, 'iu');
const SPOKEN_UNDERSCORE = new RegExp(`\\s(?:${UNDERSCORE_WORDS})\\s`, 'giu');
const SPOKEN_HYPHEN = new RegExp(`\\s(?:${HYPHEN_WORDS})\\s`, 'giu');
const SPOKEN_DOT = new RegExp(`\\s?[[(]\\s?(?:${DOT_WORDS}|\\.)\\s?[\\])]\\s?|\\s(?:${DOT_WORDS})\\s`, 'giu');
const REACH = 160;

/** Words that stand before a spoken "at" without being anybody's mailbox. */
const NOT_MAILBOXES = new Set(
  'me us it look looking is are was be meet work working am him her them call reach email mail e-mail here there found arrive start'.split(
    ' ',
  ),
);

/** All addresses in order, without overlaps. Linear: each sign or word for "at" is tried once, within a fixed reach. */
export const findEmails = oncePerText((text): readonly FoundEmail[] => {
  const found: FoundEmail[] = [];
  let from = 0;
  for (const at of matchesOf(text, AT)) {
    const atEnd = at.index + at[0].length;
    // The domain first: after most words for "at" none follows, and what stands before is costlier to look at.
    const behind = text.slice(atEnd, atEnd + REACH);
    const spaced = /^\s@\s$/.test(at[0]) ? SPACED_DOTS.exec(behind)?.[0] : undefined;
    const domain = spaced ?? endingInTld(DOMAIN.exec(behind)?.[0]) ?? SPACED_DOMAIN.exec(behind)?.[0] ?? null;
    if (domain === null) continue;
    const local = LOCAL.exec(text.slice(Math.max(from, at.index - REACH), at.index))?.[0];
    if (local === undefined) continue;
    const written = at[0] === '@' && !/\s/u.test(local + domain);
    const trimmed = written ? trimLocal(local) : local;
    const start = at.index - trimmed.length;
    if (trimmed === '' || /\/$|:\/\/\S{0,80}$/u.test(text.slice(Math.max(0, start - 90), start))) continue;
    const bareWord = /^\s\p{L}/u.test(at[0]);
    if (bareWord && NOT_MAILBOXES.has(trimmed.toLowerCase())) continue;
    const address = `${plain(trimmed)}@${plain(domain).replace(/\s/gu, '')}`;
    const spokenDot = /\s/u.test(domain) || /\s/u.test(trimmed);
    found.push({
      start,
      end: atEnd + domain.length,
      address,
      form: written ? 'written' : bareWord && !spokenDot ? 'loose' : 'spoken',
    });
    from = atEnd + domain.length;
  }
  return found;
});

/** Cuts what follows the top-level part ("…dot com hyphen like"); null when there is none. */
function endingInTld(domain: string | undefined): string | null {
  if (domain === undefined) return null;
  const parts = [...matchesOf(domain, JOINTS)];
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const joint = parts[index];
    if (joint === undefined || !isDot(joint[0])) continue;
    const tail = domain.slice(joint.index + joint[0].length);
    const end = parts[index + 1]?.index ?? domain.length;
    const tld = tail.slice(0, end - joint.index - joint[0].length);
    if (/^\p{L}{2,24}$/u.test(tld)) return domain.slice(0, end);
  }
  return null;
}

function isDot(joint: string): boolean {
  return DOT.test(joint);
}

/** A local part never starts or ends with a dot or an apostrophe that belongs to the sentence. */
function trimLocal(local: string): string {
  return local.replace(/^['.-]+/u, '');
}

function plain(part: string): string {
  return part
    .replace(SPOKEN_UNDERSCORE, '_')
    .replace(SPOKEN_HYPHEN, '-')
    .replace(SPOKEN_DOT, '.')
    .toLowerCase();
}
