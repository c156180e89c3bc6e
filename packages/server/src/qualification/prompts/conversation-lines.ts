import { maskContactDetails } from '../../kernel/mask-contact-details.js';
import type { ConversationLine } from '../core/history.js';
import { historyOf, type TurnLog } from '../core/turn-log.js';
import { LINE_LENGTH } from './fence.js';

/** The last lines of a conversation, cut to what a prompt may carry. */
export function conversationLines(log: TurnLog): readonly ConversationLine[] {
  const { lines } = historyOf(log);
  return lines.map(({ from, text }) => ({ from, text: maskContactDetails(text).slice(0, LINE_LENGTH) }));
}
