import { findWrittenDigits } from '../contact/find-digits.js';
import { findEmails } from '../contact/find-emails.js';
import type { ReadingContext, VisitorMessage } from '../reading.js';
import { hasCompanyWord } from './company-words.js';
import { findLegalNames } from './legal-forms.js';
import { type Span, splitNameAndCompany } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { looksLikeName } from './person-name.js';
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
  | { readonly kind: 'name' | 'contact' | 'role' | 'company' | 'place' | 'other'; readonly segment: Segment }
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
  const nameAt = parts.findIndex((part, index) => part.kind === 'name' && isCardName(context, parts, index));
  const name = parts[nameAt];
  if (name === undefined) return NO_CARD;
  const split = splitNameAndCompany(name.segment.text);
  const offset = name.segment.start;
  const role = neighbour(parts, nameAt, (part) => part.kind === 'role' || part.kind === 'role-at');
  const company = companyOf(parts, nameAt, role);
  return {
    name: split === null ? null : shift(split.name, offset),
    role: role === null ? null : role.kind === 'role-at' ? role.role : role.segment,
    company: split?.company ? shift(split.company, offset) : company,
  };
}

function classify(text: string): readonly Part[] {
  const emails = findEmails(text);
  const digits = findWrittenDigits(text);
  const legal = findLegalNames(text);
  const covers = (spans: readonly Span[], segment: Segment) =>
    spans.some((span) => span.start < segment.end && segment.start < span.end);
  const parts: Part[] = [];
  for (const segment of splitSegments(text)) {
    const form = legal.find((span) => span.start < segment.end && segment.start < span.end);
    const split = splitNameAndCompany(segment.text);
    if (covers(emails, segment) || covers(digits, segment)) {
      if (parts.at(-1)?.kind !== 'contact') parts.push({ kind: 'contact', segment });
    } else if (form !== undefined && (split === null || split.company === null)) {
      if (parts.at(-1)?.kind !== 'company') {
        parts.push({ kind: 'company', segment: { ...segment, start: form.start, end: form.end } });
      }
    } else parts.push(classifyPlain(segment, split !== null));
  }
  return parts;
}

function classifyPlain(segment: Segment, startsWithName: boolean): Part {
  if (isPlaceName(segment.text)) return { kind: 'place', segment };
  const title = titlePhrase(segment.text);
  if (title !== null && !(startsWithName && looksLikeName(segment.text))) {
    return {
      kind: 'role-at',
      segment,
      role: shift(title.role, segment.start),
      company: title.company === null ? null : shift(title.company, segment.start),
    };
  }
  if (startsWithName && !hasCompanyWord(nameHalf(segment.text))) return { kind: 'name', segment };
  if (isCompanyPhrase(segment.text)) return { kind: 'company', segment };
  return { kind: 'other', segment };
}

function nameHalf(text: string): string {
  const split = splitNameAndCompany(text);
  return split === null ? text : text.slice(split.name.start, split.name.end);
}

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
  if (context.asked === 'name' && index === 0) return true;
  const isProof = (other: Part | undefined) =>
    other !== undefined && (other.kind === 'role-at' || other.kind === 'contact');
  if (isProof(parts[index - 1]) || isProof(parts[index + 1])) return true;
  if (splitNameAndCompany(text)?.company) return index <= 1;
  const full = text.includes(' ');
  const legal = parts[index + 1]?.kind === 'company' || parts[index - 1]?.kind === 'company';
  if (full && legal && context.asked !== 'current_tool') return true;
  // The last words of an answer about contact data, by themselves: a signature.
  return full && index > 0 && index === parts.length - 1 && CONTACT_KINDS.has(context.asked ?? '');
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
