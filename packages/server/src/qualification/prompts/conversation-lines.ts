import type { LogEvent } from '@baton/shared-types';
import { maskContactDetails } from '../../kernel/mask-contact-details.js';
import { HISTORY_LINES, LINE_LENGTH } from './fence.js';

export interface ConversationLine {
  readonly from: 'visitor' | 'company';
  readonly text: string;
}

/** The last lines of a conversation, cut to what a prompt may carry. */
export function conversationLines(log: readonly LogEvent[]): readonly ConversationLine[] {
  return log
    .flatMap((event): ConversationLine[] =>
      event.type === 'message.sent'
        ? [
            {
              from: event.actor.kind === 'visitor' ? 'visitor' : 'company',
              text: maskContactDetails(event.data.text).slice(0, LINE_LENGTH),
            },
          ]
        : [],
    )
    .slice(-HISTORY_LINES);
}
