import { isCorrection } from '../cues/corrections.js';
import type { ReadCandidate, Reader, ReadingContext, Reason, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';
import { GREETING } from './introductions.js';
import type { Span } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { readCard } from './read-card.js';
import { firstSegment, splitSegments } from './segments.js';
import { findStatedTitles } from './stated-titles.js';
import { titlePhrase } from './title-phrase.js';

interface Found extends Span {
  readonly confidence: number;
  readonly reason: Reason;
}

/** The visitor's job title. */
export const readRole: Reader = (context) => {
  for (const message of context.messages) {
    const found =
      findAnswer(context, message) ??
      findStated(message.text, true) ??
      findOnCard(context, message) ??
      findStated(message.text, false) ??
      findOpening(message.text);
    if (found !== null) return [candidateFrom(message, found)];
  }
  return [];
};

function candidateFrom(message: VisitorMessage, { start, end, confidence, reason }: Found): ReadCandidate {
  return rulesCandidate({
    kind: 'role',
    value: message.text.slice(start, end),
    evidence: [evidenceAt(message, start, end)],
    confidence,
    reason,
    corrects: isCorrection(message.text, start, end),
  });
}

/** `plain`: "I am the owner"; not plain, and less sure than a card: "as owner". */
function findStated(text: string, plain: boolean): Found | null {
  const first = findStatedTitles(text).find((it) => it.plain === plain);
  if (first === undefined) return null;
  return {
    ...first.role,
    confidence: first.plain ? 0.92 : 0.7,
    reason: (say) => say.roleStated,
  };
}

const ANSWER_LEAD =
  /^(?:(?:sure|yes|yeah|well|oh|i'?m|im|i am|it'?s|its|just|only|basically|the|a|an|my (?:role|title|position) is|ja|ich bin|bin|der|die|das|ein|eine|sí|soy|el|la|un|una|oui|je suis|le|une|sim|sou|o|um|uma|s[ìi]|sono|il|lo|ik ben|de|het|een)[\s,.:]+)*/iu;

/** "Formerly head of sales, now CEO": the one that somebody had. */
const FORMER =
  /^(?:formerly|former|previously|used to be|was|not (?:the|a|an) \S+ anymore|früher(?:er)?|ehemalige?r?|zuvor|vorher|bis vor kurzem|avant|anciennement|ancien(?:ne)?|antes|ex|prima (?=ero|facevo)|voorheen|vroeger)(?!\p{L})|(?<!\p{L})(?:anymore|any more|no longer|nicht mehr|plus maintenant|ya no|non più|não mais|niet meer)$/iu;
const NOW =
  /^(?:(?:ich bin|i'?m|i am|je suis|soy|yo soy|sono|sou|eu sou|ik ben)(?= (?:der|die|the|le|la|el|il|o|a|an|de|het) )|now|today|these days|currently|jetzt|inzwischen|heute|mittlerweile|maintenant|aujourd'hui|ahora|adesso|ora|agora|nu|tegenwoordig|aktuell|derzeit|momentan)(?: noch| still)?\s/iu;

/** "office junior": a title without a word that is one by itself. */
const JUNIOR = /(?:^|\s)(?:junior|senior|temp)$/iu;

/** The first words of an answer to the question for the role: any short phrase that is no sentence. */
function findAnswer(context: ReadingContext, { text }: VisitorMessage): Found | null {
  if (context.asked !== 'role') return null;
  const reason: Reason = (say) => say.roleAnswered;
  for (const segment of splitSegments(text)) {
    if (FORMER.test(segment.text)) continue;
    const title = titlePhrase(segment.text);
    if (title === null) continue;
    return {
      start: segment.start + title.role.start,
      end: segment.start + title.role.end,
      confidence: 0.93,
      reason,
    };
  }
  const today = splitSegments(text).find((segment) => NOW.test(segment.text));
  const from = today === undefined ? 0 : today.start + (NOW.exec(today.text)?.[0].length ?? 0);
  const lead = from + (ANSWER_LEAD.exec(text.slice(from))?.[0].length ?? 0);
  const first = firstSegment(text.slice(lead));
  if (first === undefined || first.start > 1 || FORMER.test(first.text)) return null;
  const words = first.text.split(/\s+/u);
  const ordinary = words.filter(isOrdinaryWord).length;
  const isOrdinary = ordinary * 2 >= words.length && !JUNIOR.test(first.text);
  if (words.length > 4 || isOrdinary || /[@\d?]/u.test(first.text)) return null;
  return { start: lead + first.start, end: lead + first.end, confidence: 0.7, reason };
}

/** "CTO of a startup here", "Office manager here." */
function findOpening(text: string): Found | null {
  const greeting = GREETING.exec(text)?.[0].length ?? 0;
  const segment = firstSegment(text.slice(greeting));
  if (segment === undefined || segment.start > 0 || !/\b(?:here|hier|aqu[ií]|ici)$/iu.test(segment.text))
    return null;
  const title = titlePhrase(segment.text);
  if (title === null || title.role.start > 0) return null;
  const { start, end } = title.role;
  return {
    start: greeting + start,
    end: greeting + end,
    confidence: 0.8,
    reason: (say) => say.roleStated,
  };
}

function findOnCard(context: ReadingContext, message: VisitorMessage): Found | null {
  const { role } = readCard(context, message);
  return role === null ? null : { ...role, confidence: 0.88, reason: (say) => say.roleBesideName };
}
