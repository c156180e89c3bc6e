import { isCorrection } from '../../cues/corrections.js';
import type { ReadCandidate, VisitorMessage } from '../../reading.js';
import { rulesCandidate } from '../../spans.js';
import { quote } from '../../text/quote.js';
import { leadingCount } from './leading-count.js';

/** "26 box office clerks": a noun that no list knows, in answer to the question. */
export function readLeading(message: VisitorMessage, folded: string): ReadCandidate<'team_size'> | null {
  const count = leadingCount(folded);
  if (count === null) return null;
  return rulesCandidate({
    kind: 'team_size',
    value: { min: count.people, max: count.people },
    evidence: [quote(message, count.start, count.end)],
    confidence: 0.8,
    reason: (say) => say.sizeAnswered,
    corrects: isCorrection(message.text, count.start, count.end),
  });
}
