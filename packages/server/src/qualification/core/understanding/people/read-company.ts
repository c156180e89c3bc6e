import { isCorrection, isDenied } from '../cues/corrections.js';
import { firstMatches } from '../matches-of.js';
import type { ReadCandidate, Reader, ReadingContext, Reason, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';
import { companyAnswer } from './company-answer.js';
import { companyFrom, trimCompany } from './company-span.js';
import { findConcludedCompanies, findStatedCompanies } from './company-statements.js';
import { hasCompanyWord } from './company-words.js';
import { GREETING } from './introductions.js';
import { findLegalNames } from './legal-forms.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { looksLikeName, looksLikeTypedName } from './person-name.js';
import { isPlaceName } from './place-names.js';
import { isCompanyPhrase, readCard } from './read-card.js';
import { firstSegment, splitSegments } from './segments.js';
import { findStatedTitles } from './stated-titles.js';
import { titlePhrase } from './title-phrase.js';

interface Found extends Span {
  readonly confidence: number;
  readonly reason: Reason;
}

/** "Keine Firma", "no company": there is none to name. */
const NONE =
  /^(?:no|not an?|keine?|aucune|pas d['’]|ninguna|nessuna|nenhuma|geen)\s?(?:company|business|firm|firma|betrieb|unternehmen|entreprise|soci[ée]t[ée]|empresa|azienda|societ[àa]|bedrijf)(?!\p{L})/iu;

/** The company the visitor writes for; never a client, a competitor or a tool. */
export const readCompany: Reader = (context) => {
  const best = context.messages
    .flatMap((message) => findCompanies(context, message).map((found) => ({ message, found })))
    .reduce<{ message: VisitorMessage; found: Found } | null>(
      (held, next) => (held === null || next.found.confidence > held.found.confidence ? next : held),
      null,
    );
  if (best === null) return [];
  const again = correctedRightAfter(best.message.text, best.found);
  return [
    ...candidateFrom(context, best.message, best.found),
    ...(again === null ? [] : candidateFrom(context, best.message, again)),
  ];
};

/** "… for Vantor Rail. No, sorry: Vantor Mobility": the next name, with words between that take the first one back. */
function correctedRightAfter(text: string, { end, confidence }: Found): Found | null {
  const next = splitSegments(text.slice(end, end + 120)).find((it) => isCompanyPhrase(it.text));
  if (next === undefined || next.start > 40) return null;
  const span = { start: end + next.start, end: end + next.end };
  if (!isCorrection(text.slice(end), next.start, next.end)) return null;
  return { ...span, confidence, reason: (say) => say.companyCorrected };
}

function candidateFrom(
  context: ReadingContext,
  message: VisitorMessage,
  { start, end, confidence, reason }: Found,
): readonly ReadCandidate[] {
  const value = message.text.slice(start, end);
  const corrects = isCorrection(message.text, start, end) && confidence >= 0.85;
  // Other companies are spoken of more often than a visitor changes theirs.
  if (typeof context.known.company === 'string' && !corrects && context.asked !== 'company') return [];
  const evidence = [evidenceAt(message, start, end)];
  return [rulesCandidate({ kind: 'company', value, evidence, confidence, reason, corrects })];
}

function findCompanies(context: ReadingContext, message: VisitorMessage): readonly Found[] {
  const { text } = message;
  const answer = context.asked === 'company' ? companyAnswer(text) : null;
  const { company } = readCard(context, message);
  const onCard = company === null ? [] : [companyFrom(text, company.start, true) ?? []].flat();
  const found: readonly Found[] = [
    ...(answer === null ? [] : all([answer], answer.confidence, (say) => say.companyAnswered)),
    ...all(findConcludedCompanies(text), 0.97, (say) => say.companyConcluded),
    ...all(findStatedCompanies(text), 0.9, (say) => say.companyStated),
    ...all(findBesidePeople(text), 0.9, (say) => say.companyBesidePerson),
    ...all(findGreeted(text), 0.88, (say) => say.companyGreeted),
    ...all(findAlone(context, text), 0.8, (say) => say.companyBesideName),
    ...all(onCard, 0.84, (say) => say.companyBesideName),
    ...all(findLegal(text), 0.78, (say) => say.companyWithLegalForm),
  ];
  return found
    .map((it) => ({ ...it, ...trimCompany(text, it) }))
    .filter((it) => !NONE.test(text.slice(it.start, it.end)))
    .filter((it) => it.end > it.start && !isDenied(text, it.start, it.end) && !isOthers(text, it.start))
    .filter((it) => !isPlaceName(text.slice(it.start, it.end)));
}

function all(spans: readonly Span[], confidence: number, reason: Reason): readonly Found[] {
  return spans.map((span) => ({ ...span, confidence, reason }));
}

const OTHERS =
  /(?:\b(?:client|customer|competitor|rival|supplier|vendor|partner|friend|colleague|neighbour|e\.g\.|like|such as|for example|used|using|use|vs|than|from (?:another|other)|left|quit|former(?:ly)?|ex|(?<!(?:schreibe|schreiben|frage|arbeite|anfrage|melde mich)(?: ich| wir)?(?: ihnen| euch)?(?: an)? )für die|u\. ?a\. für|kunde|konkurrenz|mitbewerber|wie|z\. ?b\.|cliente|competidor|como|concurrent|client|comme|concorrente|klant|zoals|(?<!our )firm)s?)[\s,:]*(?:(?:is|are|the|die|der|das|la|el|le|o|a|il|de)\s)?$/iu;

function isOthers(text: string, start: number): boolean {
  return (
    KIN.test(text.slice(Math.max(0, start - 50), start)) ||
    OTHERS.test(text.slice(Math.max(0, start - 30), start)) ||
    BUSINESS_WITH.test(text.slice(Math.max(0, start - 50), start))
  );
}

/** "My brother-in-law has it at …": where somebody close works. */
const KIN =
  /(?<!\p{L})(?:my|mein|mon|ma|mi|(?:il |la )?mi[oa]|(?:o )?meu|(?:a )?minha|mijn)(?:e[rmns]?)? (?:friend|brother|sister|cousin|husband|wife|dad|father|mum|mom|mother|uncle|aunt|son|daughter|neighbou?r|schwager|schwägerin|bruder|schwester|cousine?|vetter|onkel|tante|vater|mutter|mann|frau|sohn|tochter|freund|nachbar|ami|fr[èe]re|s[œo]eur|beau-fr[èe]re|mari|femme|amig[oa]|herman[oa]|cu[ñn]ad[oa]|prim[oa]|amic[oa]|fratello|sorella|cognat[oa]|irm[ãa]o?|cunhad[oa]|vriend|broer|zus|zwager)(?:in|-in-law)?\s[^.!?\n]{0,30}$/iu;

/** "Our supplier, …": somebody we know, and not us. */
const BUSINESS_WITH =
  /(?<!\p{L})(?:our|my|unser|mein|notre|mon|nuestr[oa]|mi|nostr[oa]|noss[oa]|onze)(?:e[rmns]?)? (?:\p{L}+ )?(?:supplier|customer|client|vendor|partner|consultant|accountant|competitor|lieferant|kunde|dienstleister|wettbewerber|steuerberater|fournisseur|client|proveedor|cliente|fornitore|fornecedor|leverancier|klant)(?:in|en|n)?,? (?:(?:the|die|der|das|dem|den|la|le|el|il|o|a|de|het) )?$/iu;

/** "Dana from Brightwell Dental", "office administrator at Baxley Crane LLP". */
function findBesidePeople(text: string): readonly Span[] {
  const titles = findStatedTitles(text).flatMap(({ company }) => company ?? []);
  const segments = splitSegments(text)
    .slice(0, 60)
    .flatMap((segment) => {
      const own = titlePhrase(segment.text)?.company ?? null;
      const intro = INTRO.exec(segment.text)?.[0].length ?? 0;
      const named = intro === 0 ? null : (splitNameAndCompany(segment.text.slice(intro))?.company ?? null);
      return [
        ...(own === null ? [] : [{ start: segment.start + own.start, end: segment.start + own.end }]),
        ...(named === null
          ? []
          : [{ start: segment.start + intro + named.start, end: segment.start + intro + named.end }]),
      ];
    });
  const spans = [...titles, ...segments].flatMap(({ start }) => companyFrom(text, start, false) ?? []);
  return [...spans, ...findBesideTypedNames(text)];
}

const INTRO =
  /^(?:.{0,40}?\s)?(?:i'?m|i am|this is|my name is|name'?s|ich bin|mein name ist|hier ist|soy|me llamo|je suis|je m'appelle|sou(?: o| a)?|eu sou(?: o| a)?|aqui (?:é|fala)(?: o| a)?|me chamo|sono|mi chiamo|ik ben|mijn naam is|met)\s/iu;
const TYPED =
  /(?:^|[\s,.!])(?:(?:hi|hey|hello|yo|hiya|heya|heyy+)[\s,!]+(?:(?:i'?m|im|i am|this is|its|it's)\s+)?|(?:i'?m|im|i am|this is|its|it's)\s+)([\p{L}'’-]+(?:\s[\p{L}'’-]+)?)\s(?:from|at|with|of|@)\s/giu;

/** "im dana from brightwell dental": lower case needs a name on its left. */
function findBesideTypedNames(text: string): readonly Span[] {
  return firstMatches(text, TYPED, 12).flatMap((match) => {
    const name = match[1] ?? '';
    if ((!looksLikeName(name) && !looksLikeTypedName(name)) || hasCompanyWord(name)) return [];
    return companyFrom(text, match.index + match[0].length, true) ?? [];
  });
}

/** "Hi, Duarte Simões from Costa Velha Hotels" or "Hello, City of Brennick, …" right at the start. */
function findGreeted(text: string): readonly Span[] {
  const greeting = GREETING.exec(text)?.[0].length ?? 0;
  const segment = firstSegment(text.slice(greeting));
  if (segment === undefined || segment.start > 0) return [];
  const from = /^(?:from|von(?: der)?|de|da|di|van|du|aus)\s/iu.exec(segment.text)?.[0].length ?? 0;
  if (greeting > 0 && from > 0) {
    const span = companyFrom(text, greeting + from, false);
    // "Good evening from Dresden": one word by itself is a place.
    const isPlace = span !== null && !/\s/u.test(text.slice(span.start, span.end));
    return span === null || (isPlace && !hasCompanyWord(text.slice(span.start, span.end))) ? [] : [span];
  }
  const split = splitNameAndCompany(segment.text);
  if (split?.company) return [companyFrom(text, greeting + split.company.start, false) ?? []].flat();
  const here = /^(.+?) (?:here|hier|aqui|aquí|ici)$/u.exec(segment.text)?.[1] ?? segment.text;
  const isCompany = greeting > 0 && isCompanyPhrase(here) && hasCompanyWord(here) && here.includes(' ');
  return isCompany ? [{ start: greeting, end: greeting + here.length }] : [];
}

/** "Ottoline" and, in a message of its own, "Tarnbrook Mills". */
function findAlone({ asked, messages }: ReadingContext, text: string): readonly Span[] {
  const isSecond = messages.length > 1 && messages[0]?.text !== text;
  const words = text.trim();
  if (asked !== 'name' || !isSecond || !isCompanyPhrase(words) || !hasCompanyWord(words)) return [];
  const start = text.indexOf(words);
  return [{ start, end: start + words.length }];
}

/** A name with a legal form that nothing gives to somebody else. */
function findLegal(text: string): readonly Span[] {
  return findLegalNames(text)
    .slice(0, 12)
    .map((span) => {
      const split = splitNameAndCompany(text.slice(span.start, span.end));
      return { start: span.start + (split?.company?.start ?? 0), end: span.end };
    });
}
