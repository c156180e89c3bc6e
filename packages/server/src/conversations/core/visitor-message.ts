import type { Actor, FileRecord, MessageId, NewEvent, VisitorMessageKind } from '@baton/shared-types';
import { newEvent } from './events.js';

/** A message in the visitor's own words. */
export function visitorMessage(
  visitor: Extract<Actor, { kind: 'visitor' }>,
  messageId: MessageId,
  said: {
    readonly clientId: string;
    readonly text: string;
    readonly kind: VisitorMessageKind;
    readonly files?: readonly FileRecord[];
  },
): NewEvent {
  const { text, kind, clientId, files } = said;
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
      ...(files ? { files } : {}),
    },
    { clientId },
  );
}
