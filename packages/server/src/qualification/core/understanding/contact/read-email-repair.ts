import type { SlotValue } from '@baton/shared-types';
import type { ReadCandidate, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';

/** "ending .example, not .test", "anna not ana": the right part, then the wrong one. */
const ONE_NOT_OTHER =
  /([\p{L}\p{N}.-]{2,30})[\s,]{1,3}(?:and |und |y |et |e |en )?(?:not|nicht|statt|instead of|no|pas|n[ãa]o|non|niet)\s(?:mit )?([\p{L}\p{N}.-]{2,30})/iu;

/** A correction of a part of an address. Null when there is none, or when the address has no such part. */
export function readEmailRepair(message: VisitorMessage, held: SlotValue | undefined): ReadCandidate | null {
  if (typeof held !== 'string') return null;
  const match = ONE_NOT_OTHER.exec(message.text);
  const right = match?.[1]?.toLowerCase();
  const wrong = match?.[2]?.toLowerCase().replace(/\.$/u, '');
  if (match === null || right === undefined || wrong === undefined) return null;
  const at = held.lastIndexOf(wrong);
  if (at < 0) return null;
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
