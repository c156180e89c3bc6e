import { firstMatches } from '../matches-of.js';
import type { Span } from './name-and-company.js';
import { firstSegment } from './segments.js';
import { titlePhrase } from './title-phrase.js';
import { WORD_START } from './word-start.js';

export interface StatedTitle {
  readonly role: Span;
  readonly company: Span | null;
  /** "I am the owner"; not plain: "as owner …", which proves less. */
  readonly plain: boolean;
}

/** The words after which people say what they are; what follows must be a title. */
const I_AM = new RegExp(
  `${WORD_START}(?:i am|i'm|i’m|im|me as|as|my (?:role|title|position|job|designation)(?: title)? is(?: now)?|work(?:ing)? as|ich bin|bin|als|meine (?:rolle|funktion|position) ist|soy|trabajo como|como|mi (?:cargo|puesto|rol) es|je suis|en tant que|sou|eu sou|o meu cargo é|meu cargo é|trabalho como|sono|io sono|lavoro come|ik ben|mijn (?:functie|rol) is)\\s`,
  'giu',
);

/** More statements than this are noise or an attack. */
const MOST = 12;

/** Titles that people give themselves in a sentence, in order. */
export function findStatedTitles(text: string): readonly StatedTitle[] {
  return firstMatches(text, I_AM, MOST).flatMap((lead) => {
    const start = lead.index;
    const segment = firstSegment(text.slice(start, start + 140));
    if (segment === undefined || segment.start > 0) return [];
    const title = titlePhrase(segment.text);
    if (title === null || title.role.start === 0) return [];
    const shifted = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
    return [
      {
        role: shifted(title.role),
        company: title.company === null ? null : shifted(title.company),
        plain: !/^(?:as|als|como)\s/iu.test(lead[0]),
      },
    ];
  });
}
