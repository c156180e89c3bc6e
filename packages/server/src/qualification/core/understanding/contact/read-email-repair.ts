import type { SlotValue } from '@baton/shared-types';
import { distance } from 'fastest-levenshtein';
import type { ReadCandidate, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';

/** "ending .example, not .test", "it's anna with two n, not ana": the right part, then the wrong one. */
const ONE_NOT_OTHER =
  /([\p{L}\p{N}.-]{2,30})(?:\s(?:with|mit|avec|con|com|met)\s[^,.;!?\n]{1,24}?)?[\s,]{1,3}(?:and |und |y |et |e |en )?(?:not|nicht|statt|instead of|no|pas|n[ãa]o|non|niet)\s(?:mit )?([\p{L}\p{N}.-]{2,30})/iu;
/** "not ana but anna", "nicht ana, sondern anna": the other way round. */
const NOT_ONE_BUT_OTHER =
  /(?<!\p{L})(?:not|nicht|no|pas|n[ãa]o|non|niet)\s([\p{L}\p{N}.-]{2,30})[\s,;]{1,3}(?:but|it'?s|sondern|sino|mais|mas|ma|bens[ìi]|maar)\s([\p{L}\p{N}.-]{2,30})/iu;

/** A correction of a part of an address. Null when there is none, or when the address has no such part. */
export function readEmailRepair(message: VisitorMessage, held: SlotValue | undefined): ReadCandidate | null {
  if (typeof held !== 'string') return null;
  const swapped = NOT_ONE_BUT_OTHER.exec(message.text);
  const match = swapped ?? ONE_NOT_OTHER.exec(message.text);
  const [first, second] = [match?.[1], match?.[2]].map((part) => part?.toLowerCase().replace(/\.$/u, ''));
  const [right, wrong] = swapped === null ? [first, second] : [second, first];
  if (match === null || right === undefined || wrong === undefined) return null;
  const at = held.lastIndexOf(wrong);
  if (at < 0 || !isSlipOf(right, wrong, held)) return null;
  const value = held.slice(0, at) + right + held.slice(at + wrong.length);
  if (value === held || !/^[^@\s]+@[^@\s]+\.\p{L}{2,}$/u.test(value)) return null;
  return rulesCandidate({
    kind: 'email',
    value,
    evidence: [evidenceAt(message, match.index, match.index + match[0].length)],
    confidence: 0.85,
    reason: (say) => say.emailRepaired,
    corrects: true,
  });
}

/** "I'd prefer not to say" puts no "to" in an address right: the parts are alike, or the wrong one stands there whole. */
function isSlipOf(right: string, wrong: string, address: string): boolean {
  const isWhole = address.split(/[@._+-]/u).includes(wrong.replace(/^\./u, ''));
  return isWhole || (wrong.length > 2 && distance(right, wrong) <= Math.ceil(wrong.length / 2));
}
