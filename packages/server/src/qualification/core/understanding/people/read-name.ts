import { findEmails } from '../contact/find-emails.js';
import { isCorrection, isDenied } from '../cues/corrections.js';
import { firstMatches } from '../matches-of.js';
import type { ReadCandidate, Reader, ReadingContext, Reason, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';
import { hasCompanyWord } from './company-words.js';
import { findHolders } from './find-holders.js';
import { AFTER_NAME, findIntroductions, GREETING, NAME_CONCLUSIONS } from './introductions.js';
import { findLegalNames } from './legal-forms.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { nameAnswer } from './name-answer.js';
import { isOrdinaryWord } from './ordinary-words.js';
import {
  isParticiple,
  looksLikeName,
  looksLikeNameThere,
  looksLikeTypedName,
  withNameCase,
  withoutHonorific,
} from './person-name.js';
import { readCard } from './read-card.js';
import { firstSegment, splitSegments } from './segments.js';
import { findSigned } from './signed-name.js';
import { tokensOf } from './tokens.js';

interface Found extends Span {
  readonly confidence: number;
  readonly reason: Reason;
}

interface Place {
  readonly message: VisitorMessage;
  readonly found: Found;
}

/** The visitor's own name; never from an address, never somebody else's. */
export const readName: Reader = (context) => {
  const found = context.messages.flatMap((message) =>
    findNames(context, message).map((it) => ({ message, found: it })),
  );
  const best = found.reduce<Place | null>(
    (held, next) => (held === null || next.found.confidence > held.found.confidence ? next : held),
    null,
  );
  if (best === null) return [];
  // "Kyel" and, in the next message, "*Kyle": the slip and what was meant.
  const meant = found.find(
    ({ message, found: { start, end, confidence } }) =>
      message !== best.message && confidence >= 0.8 && isCorrection(message.text, start, end),
  );
  const first = candidateFrom(context, best.message, best.found);
  return meant === undefined ? first : [...first, ...candidateFrom(context, meant.message, meant.found)];
};

function candidateFrom(
  context: ReadingContext,
  message: VisitorMessage,
  found: Found,
): readonly ReadCandidate[] {
  const words = message.text.slice(found.start, found.end);
  const bare = withoutHonorific(words);
  const start = found.end - bare.length;
  const corrects = isCorrection(message.text, start, found.end) && found.confidence >= 0.85;
  const { name: held } = context.known;
  // A second, weakly proven name in a chat is somebody else's more often than not.
  if (typeof held === 'string' && !corrects && found.confidence < 0.9 && !extendsName(held, bare)) return [];
  return [
    rulesCandidate({
      kind: 'name',
      value: withNameCase(bare),
      evidence: [evidenceAt(message, start, found.end)],
      confidence: found.confidence,
      reason: found.reason,
      corrects,
    }),
  ];
}

function extendsName(held: string, words: string): boolean {
  const parts = words.toLowerCase().split(/\s+/u);
  return held
    .toLowerCase()
    .split(/\s+/u)
    .every((part) => parts.includes(part));
}

function findNames(context: ReadingContext, message: VisitorMessage): readonly Found[] {
  const { text } = message;
  const found: Found[] = [];
  found.push(...findIntroduced(text, context.language));
  const answer = context.asked === 'name' ? nameAnswer(text) : null;
  if (answer !== null) {
    found.push({ ...answer, reason: (say) => say.nameAnswered });
  }
  found.push(...findConcluded(text));
  const greeted = findGreeted(text);
  if (greeted !== null) found.push(greeted);
  const { name } = readCard(context, message);
  if (name !== null) {
    found.push({
      ...name,
      confidence: 0.85,
      reason: (say) => say.nameBesideDetails,
    });
  }
  found.push(...findBesideAddress(context, message));
  for (const holder of findHolders(text)) {
    found.push({
      ...holder,
      confidence: 0.75,
      reason: (say) => say.nameOnFile,
    });
  }
  const signed = findSigned(text);
  if (signed !== null) found.push({ ...signed, confidence: 0.82, reason: (say) => say.nameSigned });
  return found
    .map((it) => ({ ...it, ...fullerName(text, it) }))
    .filter(({ start, end }) => !isDenied(text, start, end) && !isSomebodyElse(text, start, end));
}

/** "Bond. James Bond.": the next words repeat the name and say more of it. */
function fullerName(text: string, found: Span): Span {
  const rest = /^[\s.,!:–—-]{1,4}/u.exec(text.slice(found.end))?.[0].length ?? 0;
  const next = firstSegment(text.slice(found.end + rest, found.end + rest + 60));
  if (rest === 0 || next === undefined || next.start > 0) return found;
  const said = text.slice(found.start, found.end).toLowerCase();
  const parts = next.text.toLowerCase().split(/\s+/u);
  const fuller = parts.length > 1 && parts.length <= 4 && parts.includes(said.split(/\s+/u).at(-1) ?? '');
  if (!fuller || !(looksLikeName(next.text) || looksLikeTypedName(next.text))) return found;
  return { start: found.end + rest, end: found.end + rest + next.end };
}

const SOMEBODY_ELSE =
  /(?:\b(?:my|our|your|his|her|their) (?:[\p{L}-]+ ){0,2}(?:name(?:'s| is)?|is|called)|\b(?:he|she|they|that|boss|colleague|manager)(?:'s| is|s)|\bask(?:ed)? for|\bchied[ae](?:te)? di|\bpregunt[ea]n? por|\bdemandez|\bfragen sie nach|\bvraag naar|\bspoke (?:to|with)|\btold|\b(?:mein|unser)e?r? (?:chef|kolleg(?:e|in)|mann|frau)(?:in)?|\bmi (?:jefe|colega)|\bmon (?:chef|coll[èe]gue)|\bmeu (?:chefe|colega)|\bil mio (?:capo|collega)|\bmijn (?:baas|collega))[\s,:]*$/iu;

const THAT_IS_ME =
  /^[\s,.–-]{0,3}(?:that'?s me|that would be me|me|das bin ich|c['’]est moi|soy yo|ese soy yo|sou eu|sono io|dat ben ik|che sono io|que soy yo|qui est moi|que sou eu)(?!\p{L})/iu;

function isSomebodyElse(text: string, start: number, end: number): boolean {
  if (THAT_IS_ME.test(text.slice(end, end + 24))) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  return (
    SOMEBODY_ELSE.test(before) &&
    !/\bmy (?:full |first |last |given |family )?name(?:'s| is|s)?\s*$/iu.test(before)
  );
}

/** "my name is …", "ich bin …", "im dana from …". */
function findIntroduced(text: string, language: string): readonly Found[] {
  const found: Found[] = [];
  for (const { end, words, certain } of findIntroductions(text)) {
    // German "im" is "in the": only a capital that no German noun explains would help, so it introduces nobody.
    if (language === 'de' && /^im\s/iu.test(words)) continue;
    const span = nameFrom(text, end, words, certain);
    if (span === null) continue;
    const nickname = /call me|llamar|chamar|tratar|noem/iu.test(words);
    found.push({
      ...span,
      // In lower case after "im" stand adjectives as well as names.
      confidence: nickname ? 0.7 : certain ? 0.95 : /\p{Lu}/u.test(text.charAt(span.start)) ? 0.9 : 0.8,
      reason: (say) => say.nameIntroduced,
    });
  }
  return found;
}

/** The longest name that begins at `start`, with what follows it showing that it ends there. */
function nameFrom(text: string, start: number, intro: string, certain: boolean): Span | null {
  const rest = text.slice(start, start + 80);
  const honorific = rest.length - withoutHonorific(rest).length;
  const segment = firstSegment(rest.slice(honorific));
  if (segment === undefined || segment.start > 0) return null;
  const legal = findLegalNames(rest).find((it) => it.start <= honorific && it.end > 0);
  const base = start + honorific;
  const split = splitNameAndCompany(segment.text);
  if (legal !== undefined && split?.company === undefined) return null;
  if (split !== null) {
    if (split.company === null && hasCompanyWord(segment.text)) return null;
    return { start: base, end: base + split.name.end };
  }
  // "this is bloody ridiculous": after words that introduce anything, a typed name needs a company behind it.
  const demonstrative = /(?:this is|it'?s|it is|hier|ici|qui|contact:?)[ ,:]+$/iu.test(intro);
  // After "soy" and "je suis" anything may stand in lower case; after "im" and "me llamo" a name does.
  const openEnded =
    /^[\s\p{P}]*(?:(?<!yo )soy|c['’]est|é (?:o|a)|quem fala é(?: (?:o|a))?|parla|je suis|sou(?: [oa])?|eu sou|sono|io sono|ik ben|ich bin)[ ,:]+$/iu.test(
      intro,
    );
  const words = tokensOf(segment.text).slice(0, 6);
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    if (last === undefined) continue;
    const end = last.index + last[0].length;
    const phrase = segment.text.slice(0, end);
    const fits =
      looksLikeName(phrase) ||
      (certain && looksLikeNameThere(phrase)) ||
      (count <= 2 &&
        !openEnded &&
        looksLikeTypedName(phrase) &&
        !isParticiple(phrase) &&
        (!demonstrative || isFromCompany(segment.text.slice(end))));
    if (!fits || hasCompanyWord(phrase) || (count === 1 && isParticiple(phrase))) continue;
    if (AFTER_NAME.test(rest.slice(honorific + end))) return { start: base, end: base + end };
    if (looksLikeName(phrase) && count >= 2) return { start: base, end: base + end };
  }
  return null;
}

/** "… from Brightwell", "… here"; not "… from that". */
function isFromCompany(text: string): boolean {
  const from = /^\s(?:from|at|of)\s(\S+)/iu.exec(text);
  return from === null ? /^\s(?:here|speaking)(?!\p{L})/iu.test(text) : !isOrdinaryWord(from[1] ?? '');
}

/** "Dana here", "kev btw", "Ann-Kathrin Dröge mein Name". */
function findConcluded(text: string): readonly Found[] {
  return firstMatches(text, NAME_CONCLUSIONS, 12).flatMap((conclusion) => {
    const segment = splitSegments(text.slice(Math.max(0, conclusion.index - 80), conclusion.index)).at(-1);
    const base = Math.max(0, conclusion.index - 80);
    if (segment === undefined || base + segment.end !== conclusion.index) return [];
    // "Tui from Hop Gully Brewing here": the greeting says who and from where.
    if (hasCompanyWord(segment.text) || / (?:from|of|von|bei|de|da|van) \p{Lu}/u.test(segment.text))
      return [];
    const tokens = tokensOf(segment.text);
    for (const token of tokens.slice(-5)) {
      // "A practice in Cork here": a place.
      if (
        /(?<!\p{L})(?:in|from|near|at|aus|bei|von|en|de|à|a|em|da|do|di|uit|van)\s$/iu.test(
          segment.text.slice(0, token.index),
        )
      )
        continue;
      const phrase = segment.text.slice(token.index);
      const typed = token.index === 0 && tokens.length <= 2 && looksLikeTypedName(phrase);
      if (!looksLikeName(phrase) && !typed) continue;
      const { start, end } = { start: base + segment.start + token.index, end: base + segment.end };
      return [{ start, end, confidence: 0.9, reason: (say) => say.nameOfWriter }];
    }
    return [];
  });
}

/** "Hi, Duarte Simões from Costa Velha Hotels": a name right after the greeting, with the company behind it. */
function findGreeted(text: string): Found | null {
  const from = GREETING.exec(text)?.[0].length ?? 0;
  const segment = firstSegment(text.slice(from));
  if (segment === undefined || segment.start > 0) return null;
  const typed = /^([\p{L}'’-]+(?:\s[\p{L}'’-]+)?)\s(?:from|at|@|von|bei)\s/iu.exec(segment.text)?.[1];
  if (from > 0 && typed !== undefined && looksLikeTypedName(typed)) {
    return {
      start: from,
      end: from + typed.length,
      confidence: 0.85,
      reason: (say) => say.nameWithOrigin,
    };
  }
  const split = splitNameAndCompany(segment.text);
  if (split?.company == null || hasCompanyWord(segment.text.slice(0, split.name.end))) return null;
  return {
    start: from,
    end: from + split.name.end,
    confidence: 0.88,
    reason: (say) => say.nameWithCompany,
  };
}

/** "kev@solemates.example" and, by itself, "kev": the words are the name, the address only shows that they are one. */
function findBesideAddress(context: ReadingContext, { text }: VisitorMessage): readonly Found[] {
  const emails = context.messages.flatMap((message) => findEmails(message.text).slice(0, 4));
  const mailboxes = emails.map(({ address }) => address.slice(0, address.indexOf('@')));
  if (mailboxes.length === 0) return [];
  const own = findEmails(text).slice(0, 4);
  return splitSegments(text)
    .slice(0, 40)
    .flatMap(({ text: words, start, end }) => {
      const inAddress = own.some((email) => email.start < end && start < email.end);
      if (inAddress || !(looksLikeName(words) || looksLikeTypedName(words))) return [];
      const [first = ''] = words.toLowerCase().split(/\s+/u);
      if (first.length < 2 || !mailboxes.some((box) => box.startsWith(first) || box.endsWith(first)))
        return [];
      return [{ start, end, confidence: 0.86, reason: (say) => say.nameBesideAddress }];
    });
}
