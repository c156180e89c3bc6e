import { splitSentences } from '../../text/split-clauses.js';

/** How many of something that is no person: places, times, money, messages. */
const NO_PEOPLE =
  '(?:%|percent|prozent|customers?|clients?|patients?|guests?|members|students?|kunden|patienten|gaste|mitglieder|schuler|mandanten|clienti|clientes|klanten|k|grand|usd|eur|gbp|chf|dollars?|euros?|pounds?|years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|clinics?|shops?|stores?|locations?|offices?|sites?|branches?|countries|cities|languages?|tickets?|calls?|chats?|messages?|e-?mails?|texts?|bookings?|orders?|phones?|computers?|pcs?|products?|brands?|departments?|teams?|jahre[n]?|monate[n]?|wochen?|tagen?|stunden|filialen?|standorte[n]?|praxen|laden|geschafte[n]?|sprachen|anrufe[n]?|anfragen|bestellungen|marken|abteilungen|teams|pour|por|per|pro|a|an|to|or|bis|oder|of)';

/** "26 box office clerks", "about 40 planners": a number at the very start and a noun behind it. Folded text. */
const LEADING = new RegExp(
  `^\\W{0,3}(?:(?:about|around|roughly|approximately|currently|maybe|some|ca\\.?|circa|etwa|rund|ungefahr|we have|we are|there are|we'?re|it'?s|wir haben|wir sind|unos|environ|on est|somos|siamo)\\s)*(\\d{1,4})\\s(?!${NO_PEOPLE}(?![a-z]))[a-z]`,
);

export interface LeadingCount {
  readonly people: number;
  /** Offsets of the digits. */
  readonly start: number;
  readonly end: number;
}

/** The number that opens a sentence of an answer to the question for the team size; null when it counts something else. */
export function leadingCount(folded: string): LeadingCount | null {
  const found = splitSentences(folded).flatMap(({ start, end }) => {
    const count = countAtStart(folded.slice(start, end));
    return count === null ? [] : [{ ...count, start: start + count.start, end: start + count.end }];
  });
  return found[0] ?? null;
}

function countAtStart(folded: string): LeadingCount | null {
  const match = LEADING.exec(folded);
  const digits = match?.[1];
  if (match === null || digits === undefined) return null;
  const start = match[0].lastIndexOf(digits);
  const people = Number(digits);
  return people === 0 ? null : { people, start, end: start + digits.length };
}
