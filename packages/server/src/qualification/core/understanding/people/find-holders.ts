import { firstMatches } from '../matches-of.js';
import { hasCompanyWord } from './company-words.js';
import type { Span } from './name-and-company.js';
import { looksLikeNameThere, withoutHonorific } from './person-name.js';

/** What people keep with a company under their name. */
const KEPT =
  '(?:bookings?|reservations?|tables?|appointments?|orders?|accounts?|subscriptions?|tickets?|registrations?|memberships?|requests?|buchung|reservierung|termin|bestellung|konto|reserva|cita|pedido|cuenta|réservation|commande|rendez-vous|compte|prenotazione|appuntamento|ordine|encomenda|conta|boeking|reservering|afspraak|bestelling)';

/**
 * The holder's name follows; after "for" and "by" only where something is kept. That a plain letter stands before is
 * seen sooner than that any letter does.
 */
const BEFORE_HOLDER =
  /(?<![a-z])(?<!\p{L})(?:under(?: my name,?)?|(?:for|by)(?: i think)?|auf den namen|a nombre de|au nom de|a nome di|em nome de|op naam van) +["“'‘]?(?:the )?(?=\p{Lu}\p{Ll})/giu;
const NEEDS_KEPT = /^(?:for|by)/iu;
const KEPT_BEFORE = new RegExp(`(?<!\\p{L})(?:${KEPT}|booked|it'?s $)(?!\\p{L})`, 'iu');

/** "a Collette Kiekbusch booking", "the Podwoski party": the name stands before what is kept under it. */
const BEFORE_KEPT = /(?<![a-z])(?<!\p{L})(?:an?|the|my) (?=\p{Lu}\p{Ll})/giu;
const KEPT_NEXT = new RegExp(`^ (?:${KEPT}|party)(?!\\p{L})`, 'iu');

/** "Johana Boudreaux has a booking", "Kathy Harbuck party of two": the name opens the message. */
const OPENING = /^(?:\s|(?:hi|hello|hey|probably|i think|maybe|perhaps)[ ,]+)*/iu;
const HOLDS = new RegExp(
  `^,? (?:(?:has|have|had|made|did|booked) (?:done |made |booked )?(?:an?|the|my|our) ${KEPT}|(?:table|party|group) (?:of|for) )`,
  'iu',
);

const NAME_WORDS = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}/u;
/** Nobody names more holders in one message. */
const MOST = 4;

/** The names under which a visitor keeps something with the company: usually their own. Linear. */
export function findHolders(text: string): readonly Span[] {
  const following = firstMatches(text, BEFORE_HOLDER, 12).flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (NEEDS_KEPT.test(match[0]) && !KEPT_BEFORE.test(before)) return [];
    return nameAt(text, match.index + match[0].length, 2);
  });
  const named = firstMatches(text, BEFORE_KEPT, 12)

    .flatMap((match) => nameAt(text, match.index + match[0].length, 1))
    .filter(({ end }) => KEPT_NEXT.test(text.slice(end, end + 24)));
  const opening = nameAt(text, OPENING.exec(text)?.[0].length ?? 0, 2).filter(({ end }) =>
    HOLDS.test(text.slice(end, end + 60)),
  );
  return [...following, ...named, ...opening].slice(0, MOST);
}

/** The longest name of at least `least` words that stands there. */
function nameAt(text: string, start: number, least: number): readonly Span[] {
  const words = (NAME_WORDS.exec(text.slice(start, start + 80))?.[0] ?? '').split(' ');
  for (let count = words.length; count >= least; count -= 1) {
    const phrase = words.slice(0, count).join(' ');
    const bare = withoutHonorific(phrase);
    if (bare === '' || !looksLikeNameThere(bare) || hasCompanyWord(bare)) continue;
    return [{ start, end: start + phrase.length }];
  }
  return [];
}
