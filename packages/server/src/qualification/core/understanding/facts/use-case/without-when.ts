import { alternatives } from '../../text/phrases.js';
import { AT_BEST } from '../dates/date-words.js';
import { findPeriods } from '../dates/find-periods.js';
import { isOnlyWhen, SOME_DAY } from '../dates/is-only-when.js';
import { qualifyPeriod } from '../dates/qualify-period.js';
import { SHORTEST_USE, type UseSpan } from './trim-use.js';

/** What leads over to a time: a comma, "ideally", or nothing. */
const LEADS_OVER = new RegExp(`[\\s,]*(?:(?<![a-z])(?:${alternatives(AT_BEST)})\\s*)?$`);
/** "Shifts for next week": the time belongs to the use. */
const BELONGS_TO_IT =
  /(?<![a-z])(?:for|of|to|fur|von|zu|pour|du|para|de|per|di|dei|voor|van)\s(?:the |den |die |das |le |la |el |il |o |a |het )?$/;

/** "A shared inbox, ideally by March": when it is wanted is no part of what is wanted. `folded`: the whole message. */
export function withoutWhen(folded: string, use: UseSpan, language: string): UseSpan {
  const words = folded.slice(use.start, use.end);
  for (const mention of findPeriods(words, language, SOME_DAY)) {
    const { start, end, from, to } = qualifyPeriod(words, mention);
    const before = words.slice(0, start);
    const lead = LEADS_OVER.exec(before)?.[0] ?? '';
    const saysWhen = from === null || to === null || mention.kind === 'asap' || lead.trim() !== '';
    if (!saysWhen || BELONGS_TO_IT.test(before) || !isOnlyWhen(words.slice(end), language)) continue;
    const length = before.length - lead.length;
    return length < SHORTEST_USE ? use : { start: use.start, end: use.start + length };
  }
  return use;
}
