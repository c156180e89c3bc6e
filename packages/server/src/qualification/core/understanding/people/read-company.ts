import type { SlotCandidate } from '@baton/shared-types';
import { isCorrection, isDenied } from '../cues/corrections.js';
import type { Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';
import { hasCompanyWord } from './company-words.js';
import { GREETING } from './introductions.js';
import { findLegalNames } from './legal-forms.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { isPlaceName } from './place-names.js';
import { isCompanyPhrase, readCard } from './read-card.js';
import { splitSegments } from './segments.js';
import { titlePhrase } from './title-phrase.js';

interface Found extends Span {
  readonly confidence: number;
  readonly reason: string;
}

/** The company the visitor writes for; never a client, a competitor or a tool. */
export const readCompany: Reader = (context) => {
  const best = context.messages
    .flatMap((message) => findCompanies(context, message).map((found) => ({ message, found })))
    .reduce<{ message: VisitorMessage; found: Found } | null>(
      (held, next) => (held === null || next.found.confidence > held.found.confidence ? next : held),
      null,
    );
  return best === null ? [] : candidateFrom(context, best.message, best.found);
};

function candidateFrom(
  context: ReadingContext,
  message: VisitorMessage,
  found: Found,
): readonly SlotCandidate[] {
  const { start, end, confidence, reason } = found;
  const value = message.text.slice(start, end);
  const corrects = isCorrection(message.text, start, end) && confidence >= 0.85;
  // Other companies are spoken of more often than a visitor changes theirs.
  const { company: held } = context.known;
  if (typeof held === 'string' && !corrects && context.asked !== 'company') return [];
  return [
    rulesCandidate({
      kind: 'company',
      value,
      evidence: [evidenceAt(message, start, end)],
      confidence,
      reason,
      corrects,
    }),
  ];
}

function findCompanies(context: ReadingContext, message: VisitorMessage): readonly Found[] {
  const { text } = message;
  const found: Found[] = [];
  const answer = context.asked === 'company' ? findAnswer(text) : null;
  if (answer !== null) found.push(answer);
  found.push(...findStated(text), ...findNamed(text));
  const greeted = findGreeted(text);
  if (greeted !== null) found.push(greeted);
  const { company } = readCard(context, message);
  if (company !== null) {
    found.push({ ...company, confidence: 0.84, reason: 'The visitor put the company beside the name.' });
  }
  found.push(...findLegal(text));
  return found
    .map((it) => trimmed(text, it))
    .filter((it) => it.end > it.start && !isDenied(text, it.start, it.end) && !isOthers(text, it.start))
    .filter((it) => !isPlaceName(text.slice(it.start, it.end)));
}

const OTHERS =
  /(?:\b(?:client|customer|competitor|rival|supplier|vendor|partner|friend|colleague|neighbour|e\.g\.|like|such as|for example|used|using|use|with|vs|than|from (?:another|other)|left|quit|former(?:ly)?|ex|für die|u\. ?a\. für|kunde|konkurrenz|mitbewerber|wie|z\. ?b\.|cliente|competidor|como|concurrent|client|comme|concorrente|concurrent|klant|zoals|firm)s?)[\s,:]*(?:(?:is|are|the|die|der|das|la|el|le|o|a|il|de)\s)?$/iu;

function isOthers(text: string, start: number): boolean {
  return OTHERS.test(text.slice(Math.max(0, start - 30), start));
}

/** Drops what people hang on to a name: "lah", "here", "btw", an opening article, closing punctuation. */
function trimmed(text: string, found: Found): Found {
  const words = text.slice(found.start, found.end);
  const end = words
    .replace(
      /(?:\s(?:lah|la|btw|lol|haha|here|please|pls|thanks|thx|ty|duh|hier|aqui|ici|by the way))+$/iu,
      '',
    )
    .replace(/[\s,;:!?]+$/u, '').length;
  const lead =
    /^(?:the company |company |firma |die firma |la empresa |empresa |la société |société |l'entreprise |a empresa |l'azienda |azienda |ditta |het bedrijf |bedrijf )/iu.exec(
      words,
    )?.[0].length ?? 0;
  return { ...found, start: found.start + lead, end: found.start + end };
}

const ANSWER_LEAD =
  /^(?:(?:sure|yes|yeah|yep|ok|okay|of course|well|oh|it'?s(?: called)?|its(?: called)?|it is(?: called)?|that'?s|we(?:'re| are)(?: called)?|were called|i(?:'m| am) (?:from|with|at)|from|the (?:company|name|firm) is(?: called)?|the (?:company|firm|business)(?:'s name)? is|company(?: name)?(?: is|:)?|called|name is|for|ja|klar|das ist(?: die)?|wir sind(?: die)?|wir heißen|die firma(?: heißt)?|firma|bei der|sí|claro|somos|es|se llama|la empresa(?: se llama| es)?|oui|c'est|nous sommes|la société(?: s'appelle)?|sim|é a|é o|somos a|a empresa (?:é|chama-se|se chama)(?: a)?|s[ìi]|siamo(?: la)?|si chiama|l'azienda (?:è|si chiama)|wij zijn|we zijn|het bedrijf heet|wij heten|dat is)[\s,:]+)*/iu;

/** The first words of an answer to the question for the company. */
function findAnswer(text: string): Found | null {
  const lead = ANSWER_LEAD.exec(text)?.[0].length ?? 0;
  const reason = 'The visitor answered the question for the company.';
  const legal = findLegalNames(text)[0];
  if (legal !== undefined)
    return {
      start: Math.max(legal.start, lead <= legal.end ? Math.min(lead, legal.end) : 0),
      end: legal.end,
      confidence: 0.95,
      reason,
    };
  const first = splitSegments(text.slice(lead))[0];
  if (first === undefined || first.start > 1) return null;
  const words = first.text.split(/\s+/u);
  const start = lead + first.start;
  const from = FROM_PLACE.exec(first.text);
  const end = start + (from?.index ?? first.text.length);
  const [opening = ''] = words;
  if (isOrdinaryWord(opening) && !isCapitalised(first.text) && !hasCompanyWord(first.text)) return null;
  if (words.length > 7 || text.trimEnd().endsWith('?') || /@/u.test(first.text)) return null;
  const ordinary = words.filter((word) => isOrdinaryWord(word) && /^\p{Ll}/u.test(word)).length;
  if (ordinary > 2 || (ordinary * 2 >= words.length && !hasCompanyWord(first.text))) return null;
  return { start, end, confidence: isCapitalised(first.text) ? 0.93 : 0.82, reason };
}

const FROM_PLACE = /\s(?:from|in|based in|aus|de|en|à|em|in|uit)\s(?:the )?(?=\p{Lu}\p{L}+$)/u;

function isCapitalised(text: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(text);
}

/** "I represent …", "we are …", "on behalf of …", "salons are called …": a name must follow. */
const STATED =
  /(?<![\p{L}\p{N}'’])(?:i (?:represent|work (?:for|at))|we represent|working (?:for|at)|on behalf of|writing (?:from|for)|i(?:'m| am|’m) (?:from|with|at)|im (?:from|with|at)|here (?:at|from)|this is|we(?:'re| are|’re)|(?:company|firm|business|shop|agency|practice|clinic|group|organi[sz]ation|store|salon|school|startup|studio|hotel|restaurant|charity|bakery)(?:s|es)?(?:'s)? ?(?:name )?(?:is |are |'s |were |was )?(?:called|named|:|is)|(?:is|are|it'?s|we'?re|a company|an agency|a firm|a shop|a business|a startup|a studio) called|hier(?: ist)?(?: die)?|wir sind(?: die)?|ich (?:arbeite (?:bei|für)|bin (?:bei|von)(?: der)?)|im auftrag (?:der|von)|(?:die )?firma(?: heißt)?|unser(?:e)? (?:firma|unternehmen|betrieb|praxis) heißt|somos(?: de)?|trabajo (?:en|para)|de parte de|represento a|(?:la |mi |nuestra )?empresa (?:es|se llama)|nous sommes(?: la société)?|je travaille (?:chez|pour)|je représente|(?:la |notre |ma )?société (?:est|s'appelle)|aqui (?:é|fala) (?:da|do|a|o)|falo da|somos (?:a|o)|trabalho (?:na|no|para)|represento a|a (?:minha|nossa) empresa (?:é a|chama-se|se chama)|siamo(?: della| di)?|lavoro (?:per|presso|alla|in)|la (?:mia|nostra) azienda (?:è|si chiama)|scrivo (?:da|per)|wij zijn|we zijn|ik werk (?:bij|voor)|namens|ons bedrijf heet)[\s:]+/giu;

function findStated(text: string): readonly Found[] {
  return [...text.matchAll(STATED)].flatMap((stated) => {
    const start = stated.index + stated[0].length;
    const called = /called|named|heißt|llama|appelle|chama|chiama|heet|represent|behalf/iu.test(stated[0]);
    const span = companyFrom(text, start, called);
    return span === null
      ? []
      : [{ ...span, confidence: 0.9, reason: 'The visitor said which company they are.' }];
  });
}

/** "Dana from Brightwell Dental", "office administrator at Baxley Crane LLP". */
function findNamed(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const segment of splitSegments(text)) {
    const intro =
      /^(?:.{0,40}?\s)?(?:i'?m|i am|this is|my name is|name'?s|ich bin|mein name ist|hier ist|soy|me llamo|je suis|je m'appelle|sou(?: o| a)?|me chamo|sono|mi chiamo|ik ben|mijn naam is)\s/iu.exec(
        segment.text,
      )?.[0].length ?? 0;
    const split = splitNameAndCompany(segment.text.slice(intro));
    if (split?.company && (intro > 0 || split.company !== null)) {
      const offset = segment.start + intro;
      const span = companyFrom(text, offset + split.company.start, intro > 0);
      if (span !== null && intro > 0)
        found.push({ ...span, confidence: 0.9, reason: 'The visitor named their company with the name.' });
    }
    const typed =
      /^(?:.{0,40}?\s)?(?:i'?m|im|i am|this is|its|it's)\s[\p{L}'’-]+(?:\s[\p{L}'’-]+)?\s(?:from|at|with|of)\s/iu.exec(
        segment.text,
      );
    if (typed !== null) {
      const span = companyFrom(text, segment.start + typed[0].length, true);
      if (span !== null)
        found.push({ ...span, confidence: 0.85, reason: 'The visitor named their company with the name.' });
    }
    const title = titlePhrase(segment.text);
    if (title?.company) {
      const span = companyFrom(text, segment.start + title.company.start, false);
      if (span !== null)
        found.push({ ...span, confidence: 0.9, reason: 'The visitor named their company with the title.' });
    }
  }
  return found;
}

/** "Hi, Duarte Simões from Costa Velha Hotels" or "Hello, City of Brennick, …" right at the start. */
function findGreeted(text: string): Found | null {
  const greeting = GREETING.exec(text)?.[0].length ?? 0;
  const segment = splitSegments(text.slice(greeting))[0];
  if (segment === undefined || segment.start > 0) return null;
  const reason = 'The visitor named the company with the greeting.';
  const split = splitNameAndCompany(segment.text);
  if (split?.company) {
    const span = companyFrom(text, greeting + split.company.start, false);
    return span === null ? null : { ...span, confidence: 0.88, reason };
  }
  const here = /^(.+?) (?:here|hier|aqui|aquí|ici)$/u.exec(segment.text)?.[1] ?? segment.text;
  if (greeting === 0 || !isCompanyPhrase(here) || !hasCompanyWord(here)) return null;
  return here.split(' ').length > 1
    ? { start: greeting, end: greeting + here.length, confidence: 0.8, reason }
    : null;
}

/** A name with a legal form that nothing gives to somebody else. */
function findLegal(text: string): readonly Found[] {
  return findLegalNames(text).map((span) => {
    const words = text.slice(span.start, span.end);
    const split = splitNameAndCompany(words);
    const start = span.start + (split?.company?.start ?? 0);
    return {
      start,
      end: span.end,
      confidence: 0.78,
      reason: 'The visitor named a company with its legal form.',
    };
  });
}

const SMALL =
  /^(?:of|and|the|und|der|die|das|y|e|et|de|del|des|du|la|le|les|los|las|da|do|di|della|van|von|für|for|&|\+|n|i|al|el)$/iu;

/** The company's name that begins at `start`: capitalised words, or up to four typed ones where a name must stand. */
function companyFrom(text: string, start: number, typed: boolean): Span | null {
  const legal = findLegalNames(text).find((it) => it.start <= start + 4 && it.end > start);
  if (legal !== undefined) return { start: Math.max(start, legal.start), end: legal.end };
  const segment = splitSegments(text.slice(start, start + 90))[0];
  if (segment === undefined || segment.start > 1) return null;
  const words = [...segment.text.matchAll(/\S+/gu)];
  let end = 0;
  let strong = 0;
  for (const [index, word] of words.entries()) {
    const small = SMALL.test(word[0]);
    const capital =
      /^[\p{Lu}\p{N}]/u.test(word[0]) &&
      !(index === 0 && isOrdinaryWord(word[0]) && !hasCompanyWord(segment.text));
    if (index >= 7 || (!capital && !small && !(typed && !isOrdinaryWord(word[0]) && index < 5))) break;
    if (small && index > 0) continue;
    if (!small) strong += 1;
    end = word.index + word[0].length;
  }
  const name = segment.text.slice(0, end);
  const proper = /\p{Lu}/u.test(name) || typed;
  if (strong === 0 || !proper || isPlaceName(name) || /^\d+$/u.test(name)) return null;
  return { start: start + segment.start, end: start + segment.start + end };
}
