import { findWrittenDigits } from '../contact/find-digits.js';
import { findEmails } from '../contact/find-emails.js';
import { oncePerText } from '../once-per-text.js';
import type { ReadingContext, VisitorMessage } from '../reading.js';
import { hasCompanyWord, looksLikeTypedCompany } from './company-words.js';
import { openingIntroduction } from './introductions.js';
import { findLegalNames } from './legal-forms.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { looksLikeName, looksLikeTypedName } from './person-name.js';
import { isPlaceName } from './place-names.js';
import { type Segment, splitSegments } from './segments.js';
import { titlePhrase } from './title-phrase.js';

/** What somebody put side by side, as on a business card: "Khalid Mansoor, handover manager, Dune Homes". */
export interface Card {
  readonly name: Span | null;
  readonly role: Span | null;
  readonly company: Span | null;
}

type Part =
  | { readonly kind: 'name' | 'typed' | 'contact' | 'company' | 'place' | 'other'; readonly segment: Segment }
  | {
      readonly kind: 'role-at';
      readonly segment: Segment;
      readonly role: Span;
      readonly company: Span | null;
    };

const NO_CARD: Card = { name: null, role: null, company: null };
const CONTACT_KINDS: ReadonlySet<string> = new Set(['name', 'email', 'phone', 'company', 'role']);

/** Reads neighbouring segments as a card. Empty when nothing in the message makes it one. */
export function readCard(context: ReadingContext, message: VisitorMessage): Card {
  const parts = classify(message.text);
  const nameAt = parts.findIndex((_, index) => isCardName(context, parts, index));
  const name = parts[nameAt];
  if (name === undefined) return { ...NO_CARD, company: companyBesideContact(parts) };
  const split = splitNameAndCompany(name.segment.text) ?? {
    name: { start: 0, end: name.segment.text.length },
    company: null,
  };
  const offset = name.segment.start;
  const role = neighbour(parts, nameAt, (part) => part.kind === 'role-at');
  const company = companyOf(parts, nameAt, role);
  return {
    name: shift(split.name, offset),
    role: role?.kind === 'role-at' ? role.role : null,
    company: split.company ? shift(split.company, offset) : company,
  };
}

/** "info@kranich.example, Hausverwaltung Kranich": an address and a company, and nobody's name. */
function companyBesideContact(parts: readonly Part[]): Span | null {
  const found = parts.find((part, index) => {
    const beside = [parts[index - 1], parts[index + 1]];
    return part.kind === 'company' && beside.some((it) => it?.kind === 'contact' || it?.kind === 'role-at');
  });
  return found !== undefined && hasCompanyWord(found.segment.text) ? found.segment : null;
}

const classify = oncePerText((text): readonly Part[] => {
  const emails = findEmails(text);
  const digits = findWrittenDigits(text);
  const legal = findLegalNames(text);
  const covers = (spans: readonly Span[], segment: Segment) =>
    spans.some((span) => span.start < segment.end && segment.start < span.end);
  const parts: Part[] = [];
  for (const segment of splitSegments(text)
    .slice(0, 60)
    .flatMap((whole) => aroundAddress(whole, emails))) {
    const form = legal.find((span) => span.start < segment.end && segment.start < span.end);
    if (covers(emails, segment) || covers(digits, segment)) {
      if (parts.at(-1)?.kind !== 'contact') parts.push({ kind: 'contact', segment });
    } else if (
      form !== undefined &&
      !splitNameAndCompany(segment.text)?.company &&
      titlePhrase(segment.text) === null
    ) {
      if (parts.at(-1)?.kind !== 'company') {
        parts.push({ kind: 'company', segment: { ...segment, start: form.start, end: form.end } });
      }
    } else parts.push(classifyPlain(segment));
  }
  return parts;
});

/** "fede@repuestos.example Fede Bongiovanni": what stands beside an address without a comma is a part of its own. */
function aroundAddress(segment: Segment, emails: readonly Span[]): readonly Segment[] {
  const email = emails.find(({ start, end }) => segment.start <= start && end <= segment.end);
  if (email === undefined) return [segment];
  const cut = (start: number, end: number): readonly Segment[] => {
    const words = segment.text.slice(start - segment.start, end - segment.start);
    const text = words.trim();
    const from = start + words.length - words.trimStart().length;
    return text === '' ? [] : [{ ...segment, text, start: from, end: from + text.length }];
  };
  const after = cut(email.end, segment.end).filter(({ text }) => looksLikeName(text) && text.includes(' '));
  return after.length === 0 ? [segment] : [...cut(segment.start, email.end), ...after];
}

function classifyPlain(whole: Segment): Part {
  const segment = withoutIntroduction(whole);
  const tail = whole.text.slice(whole.text.length - (whole.end - segment.end));
  const introduced =
    segment.start > whole.start || /btw|way|here|name|me\)/iu.test(tail.slice(0, whole.end - segment.end));
  const split = splitNameAndCompany(segment.text);
  const startsWithName = split !== null || (introduced && looksLikeTypedName(segment.text));
  if (isPlaceName(segment.text)) return { kind: 'place', segment };
  const title = titlePhrase(whole.text);
  if (title !== null && !(startsWithName && looksLikeName(segment.text))) {
    return {
      kind: 'role-at',
      segment: whole,
      role: shift(title.role, whole.start),
      company: title.company === null ? null : shift(title.company, whole.start),
    };
  }
  const nameHalf = split === null ? segment.text : segment.text.slice(split.name.start, split.name.end);
  if (startsWithName && !hasCompanyWord(nameHalf)) return { kind: 'name', segment };
  const linked = LINK.exec(segment.text)?.[0].length ?? 0;
  const phrase = segment.text.slice(linked).replace(IN_PLACE, '');
  if (isCompanyPhrase(phrase) && !isPlaceName(phrase)) {
    const start = segment.start + linked;
    return { kind: 'company', segment: { ...segment, text: phrase, start, end: start + phrase.length } };
  }
  if (looksLikeTypedCompany(segment.text, isOrdinaryWord)) return { kind: 'company', segment };
  return { kind: looksLikeTypedName(segment.text) ? 'typed' : 'other', segment };
}

/** "I'm Helen btw" stands on the card as "Helen". */
function withoutIntroduction(segment: Segment): Segment {
  const lead = openingIntroduction(segment.text)?.end ?? 0;
  const tail = CONCLUDED.exec(segment.text.slice(lead))?.[0].length ?? 0;
  const start = segment.start + lead;
  const end = segment.end - tail;
  return { ...segment, text: segment.text.slice(lead, segment.text.length - tail), start, end };
}

/** "…, de Gestoría Ibáñez" */
const LINK = /^(?:from|of|at|with|de la|de|da|do|di|della|von der|von|bei|chez|van)\s(?=[\p{Lu}\p{N}])/u;

/** "Keystone Lakes Freight out of Ohio" */
const IN_PLACE = /\s(?:out of|based in|in|from|aus|en|à|em|uit)\s(?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u;

const CONCLUDED = /\s(?:btw|by the way|here|lol|haha|mein name|al habla|\(me\))$/iu;

/** Capitalised throughout, but for small words. */
export function isCompanyPhrase(text: string): boolean {
  const words = text.split(/\s+/u);
  const [first = ''] = words;
  if (words.length > 6 || !/^[\p{Lu}\p{N}]/u.test(first) || /[@\d]{4,}/u.test(text)) return false;
  if (isOrdinaryWord(first) && words.length === 1) return false;
  const plain = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:of|and|the|und|der|die|das|y|e|et|de|del|des|du|la|le|les|los|las|da|do|di|della|van|von|für|for|al|i)$/u.test(
        word,
      ),
  );
  return plain.length === 0 && !(isOrdinaryWord(first) && !hasCompanyWord(text));
}

/** A name counts when something beside it shows that it is the visitor's: a title, an address, the question. */
function isCardName(context: ReadingContext, parts: readonly Part[], index: number): boolean {
  const part = parts[index];
  if (part === undefined) return false;
  const { text } = part.segment;
  const asked = CONTACT_KINDS.has(context.asked ?? '');
  const title = (other: Part | undefined) => other?.kind === 'role-at';
  // "founder / ceo / janitor": asked for the role, people name themselves before it or not at all.
  if (part.kind === 'typed') {
    const beside = title(parts[index + 1]) || title(parts[index - 1]);
    return asked && beside && (context.asked !== 'role' || index === 0);
  }
  if (part.kind !== 'name') return false;
  if (context.asked === 'name' && index === 0) return true;
  const isTitle = title(parts[index - 1]) || title(parts[index + 1]);
  const contactBefore = parts[index - 1]?.kind === 'contact';
  const contactAfter = parts[index + 1]?.kind === 'contact';
  if (isTitle) return true;
  // One capitalised word before a number is more often a German noun ("Zahlendreher: 030 …") than a name.
  const single = !text.includes(' ');
  if (single ? contactBefore && context.language !== 'de' : contactBefore || contactAfter) return true;
  if (splitNameAndCompany(text)?.company) return index <= 1;
  const full = text.includes(' ');
  const legal = parts[index + 1]?.kind === 'company' || parts[index - 1]?.kind === 'company';
  if (full && legal && context.asked !== 'current_tool') return true;
  // The last words of an answer about contact data, by themselves: a signature.
  return full && index > 0 && index === parts.length - 1 && asked && context.asked !== 'company';
}

/** The nearest part of a kind on the card, first to the right, then to the left. */
function neighbour(parts: readonly Part[], from: number, matches: (part: Part) => boolean): Part | null {
  for (const index of [from + 1, from + 2, from - 1, from - 2, from + 3]) {
    const part = parts[index];
    if (part === undefined || !matches(part)) continue;
    const between = parts.slice(Math.min(index, from) + 1, Math.max(index, from));
    if (between.every((it) => it.kind !== 'other')) return part;
  }
  return null;
}

function companyOf(parts: readonly Part[], nameAt: number, role: Part | null): Span | null {
  if (role?.kind === 'role-at' && role.company !== null) return role.company;
  const isCompany = (part: Part) => part.kind === 'company';
  const found = neighbour(parts, nameAt, isCompany);
  if (found !== null) return found.segment;
  // "Levente Varga, duty ops manager, Skyramp Handling": what follows the title and is no place.
  if (role === null) return null;
  const after = parts[parts.indexOf(role) + 1];
  return after?.kind === 'name' && after !== parts[nameAt] ? after.segment : null;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
