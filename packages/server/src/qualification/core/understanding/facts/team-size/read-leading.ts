import type { SlotCandidate } from '@baton/shared-types';
import { isCorrection } from '../../cues/corrections.js';
import type { VisitorMessage } from '../../reading.js';
import { rulesCandidate } from '../../spans.js';
import { quote } from '../text/quote.js';
import { leadingCount } from './leading-count.js';

/** "26 box office clerks": a noun that no list knows, in answer to the question. */
export function readLeading(message: VisitorMessage, folded: string): SlotCandidate<'team_size'> | null {
  const count = leadingCount(folded);
  if (count === null) return null;
  return rulesCandidate({
    kind: 'team_size',
    value: { min: count.people, max: count.people },
    evidence: [quote(message, count.start, count.end)],
    confidence: 0.8,
    reason: 'A number in answer to the question about the team size.',
    corrects: isCorrection(message.text, count.start, count.end),
  });
}
