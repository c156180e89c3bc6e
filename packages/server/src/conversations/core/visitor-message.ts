import type { Actor, MessageId, NewEvent, VisitorMessageKind } from '@baton/shared-types';
import { newEvent } from './events.js';

/** A message in the visitor's own words. */
export function visitorMessage(
  visitor: Extract<Actor, { kind: 'visitor' }>,
  messageId: MessageId,
  said: { readonly clientId: string; readonly text: string; readonly kind: VisitorMessageKind },
): NewEvent {
  const { text, kind, clientId } = said;
  return newEvent(
    'message.sent',
    visitor,
    {
      messageId,
      text,
      kind,
      origin: 'human',
      asks: null,
      quickReplies: [],
      citations: [],
      interrupted: false,
      turnId: null,
    },
    { clientId },
  );
}
