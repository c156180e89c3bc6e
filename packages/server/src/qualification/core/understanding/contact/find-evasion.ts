import type { Intent, SlotCandidate } from '@baton/shared-types';
import { asksWhy } from '../cues/refusals.js';
import { findSpelledNumbers } from '../facts/numbers/find-spelled-numbers.js';
import { foldText } from '../facts/text/fold-text.js';
import { readableText } from '../facts/text/readable-text.js';
import type { ReadingContext, VisitorMessage } from '../reading.js';

/** Something is on its way: "one sec, it's on my other phone", "sure". */
const COMES =
  /^[\s\p{P}\p{Extended_Pictographic}]*(?:yes|yeah|yep|sure|ok(?:ay)?|of course|certainly|gladly|ja|klar|gerne?|natürlich|oui|bien s[ûu]r|d'accord|s[íi]|claro|certo|volentieri|sim|natuurlijk|graag)(?!\p{L})|(?<!\p{L})(?:(?:one|a|1|just a) (?:sec|second|min|minute|moment|mo)|hang on|hold on|wait|brb|let me (?:look|check|find|grab|copy)|moment|sekunde|gleich|un (?:instant|moment|attimo|momento|segundo)|um (?:momento|segundo)|een (?:moment|seconde)|ogenblik)(?!\p{L})/iu;
/** Whoever is after one of these has not been listening to the question. */
const ON_ANOTHER_ERRAND: ReadonlySet<Intent> = new Set([
  'human_request',
  'support',
  'complaint',
  'opt_out',
  'small_talk',
  'spam',
  'abuse',
]);
/** Fewer words may be the beginning of anything. */
const ENOUGH_WORDS = 3;
/** So many letters have to stand beside the other contact that it is no plain offer: "write to dana@brightwell.test". */
const ENOUGH_BESIDE_OTHER = 16;
/** Something was given, and was somebody else's or was not understood. */
const GIVES_SOMETHING = { email: /@|[a-z0-9-]\.[a-z]{2,}(?![a-z])/i, phone: /\d[\d\s().-]{3,}\d/ } as const;

/**
 * Asked for an address or a number to call, people give it or say something else. Who tells nothing and asks nothing
 * then, or gives the one for the other, has refused, in whatever words.
 */
export function findEvasion(
  { asked, messages, language }: ReadingContext,
  candidates: readonly SlotCandidate[],
  intents: readonly Intent[],
): VisitorMessage | null {
  if (asked !== 'email' && asked !== 'phone') return null;
  const [message, ...more] = messages;
  if (message === undefined || more.length > 0 || GIVES_SOMETHING[asked].test(message.text)) return null;
  const other = asked === 'email' ? 'phone' : 'email';
  if (candidates.some(({ kind, corrects }) => kind !== other || corrects)) return null;
  if (intents.some((intent) => ON_ANOTHER_ERRAND.has(intent)) || COMES.test(message.text)) return null;
  if (message.text.includes('?') || asksWhy(message.text)) return null;
  // Without what is meant for a machine.
  const said = readableText(message);
  const given = candidates.flatMap(({ evidence }) => evidence);
  const beside = given.reduce((rest, { quote }) => rest.replace(foldText(quote), ' '), said);
  if (given.length > 0) return (beside.match(/\p{L}/gu)?.length ?? 0) < ENOUGH_BESIDE_OTHER ? null : message;
  const words = beside.match(/\p{L}+/gu)?.length ?? 0;
  const isNumber = /\d/.test(said) || findSpelledNumbers(said, language).length > 2;
  return words < ENOUGH_WORDS || isNumber ? null : message;
}
