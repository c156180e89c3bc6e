import { distance } from 'fastest-levenshtein';
import { isCorrection, isDenied } from '../cues/corrections.js';
import { belongsToSomebodyElse } from '../cues/other-people.js';
import type { ReadCandidate, Reader, ReadingContext, Reason, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';
import { type FoundEmail, findEmails } from './find-emails.js';
import { readEmailRepair } from './read-email-repair.js';

/** Providers whose names people mistype; only named in the reason, the address stays as written. */
const PROVIDERS = ['gmail.com', 'hotmail.com', 'outlook.com', 'yahoo.com', 'icloud.com', 'web.de', 'gmx.de'];

/** The visitor's own address: written, bracketed or spelled out in words. */
export const readEmail: Reader = (context) => {
  const candidates: ReadCandidate[] = [];
  for (const message of context.messages) {
    const before = candidates.length;
    for (const found of findEmails(message.text).slice(0, 12)) {
      const candidate = candidateFrom(context, message, found);
      if (candidate === null) continue;
      // Of several addresses in one turn the first is the visitor's, unless a later one corrects it or is to be used.
      if (candidates.length === before || candidate.corrects) candidates.push(candidate);
      else if (isPreferred(message.text, found)) candidates.splice(-1, 1, candidate);
    }
    if (candidates.length > before) continue;
    const repair = readEmailRepair(message, candidates.at(-1)?.value ?? context.known.email);
    if (repair !== null) candidates.push(repair);
  }
  return candidates;
};

/** Mailboxes that nobody reads. */
const NOBODYS = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)[@+]/;
/** "Don't send it to" an address. */
const NOT_TO =
  /(?<!\p{L})(?:not|nicht|n['’]t|dont|never|nie|pas|plus|no|non|n[ãa]o|niet)(?:\s(?:send|write|use|mail|e-?mail|schicken|schreiben|senden|envoyer|enviar|sturen)(?:\s(?:it|anything|es|das))?)?\s+(?:an|to|at|unter|auf|à|a|al|aan|naar)(?:\s(?:die|the))?\s+$/iu;
/** "I used to be a@…", "a@… is dead". */
const FORMER_BEFORE =
  /(?<!\p{L})(?:used to be|formerly|früher|ehemals|my old (?:one|address) (?:is|was)|die alte war|avant|antes|vroeger)[\s:]+$/iu;
const GONE_AFTER =
  /^[\s,.-]{0,3}(?:but |aber |and |und )?(?:that (?:one|address) ?(?:'s|is) (?:dead|gone|closed|old)|(?:is|was) (?:dead|gone|closed|no longer)|(?:die |das )?(?:gibts|gibt es|existiert|gilt|geht)(?: aber)? (?:nicht|nimmer)|no longer (?:works|exists))/iu;
const WANTED_BEFORE =
  /(?<!\p{L})(?:please|instead|better|rather|prefer(?:ably)?|but (?:use|write|send|mail)|use|write to|send (?:it |that |them )?to|bitte(?: an| unter)?|lieber(?: an| unter)?|besser(?: an)?|sondern(?: an)?|plut[ôo]t(?: [àa])?|mejor(?: a)?|meglio(?: a)?|melhor|liever(?: naar)?|(?:lieber|besser|rather|prefer\w*) [^.!?@\n]{1,24}:|now(?: it'?s)?|jetzt|nun|ahora|maintenant|adesso|agora|nu)\s+$/iu;
const WANTED_AFTER =
  /^[\s,]{1,2}(?:instead|please|is better|works better|rather|bitte|lieber|stattdessen)(?!\p{L})/iu;

/** "Please write to b@… instead". */
function isPreferred(text: string, { start, end }: FoundEmail): boolean {
  return (
    WANTED_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
    WANTED_AFTER.test(text.slice(end, end + 20))
  );
}

function candidateFrom(
  { asked }: ReadingContext,
  message: VisitorMessage,
  { start, end, address, form }: FoundEmail,
): ReadCandidate | null {
  const { text } = message;
  // "email=ceo@…": nobody writes so of themselves; whoever does talks to the machine.
  if (text.charAt(start - 1) === '=') return null;
  if (form === 'loose' && asked !== 'email') return null;
  const before = text.slice(Math.max(0, start - 40), start);
  if (NOBODYS.test(address) || NOT_TO.test(before)) return null;
  if (FORMER_BEFORE.test(before) || GONE_AFTER.test(text.slice(end, end + 40))) return null;
  if (belongsToSomebodyElse(text, start, end) || isDenied(text, start, end)) return null;
  return rulesCandidate({
    kind: 'email',
    value: address,
    evidence: [evidenceAt(message, start, end)],
    confidence: form === 'written' ? 0.97 : form === 'spoken' ? 0.9 : 0.75,
    reason: reasonFor(address, form),
    corrects: isCorrection(text, start, end),
  });
}

function reasonFor(address: string, form: FoundEmail['form']): Reason {
  const domain = address.slice(address.indexOf('@') + 1);
  const meant = PROVIDERS.find((provider) => distance(provider, domain) === 1);
  return (say) => (form === 'written' ? say.emailWritten(meant) : say.emailSpelled(meant));
}
