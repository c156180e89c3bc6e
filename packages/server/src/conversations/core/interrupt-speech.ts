import type { NewEvent } from '@baton/shared-types';
import type { ConversationState, Speech } from './conversation-state.js';
import { ASSISTANT, newEvent } from './events.js';

/**
 * When the owner changes while the assistant is speaking, what was released stays: it becomes a message of
 * its own, marked as interrupted, and stands before the change. So no assistant message follows a takeover.
 * The same when another turn speaks: the one that had begun is not coming back, and stands before it.
 */
export function interruptSpeech(state: ConversationState, events: readonly NewEvent[]): readonly NewEvent[] {
  const { speech } = state;
  const cut = events.some(
    (event) =>
      event.type === 'owner.changed' ||
      event.type === 'conversation.closed' ||
      (event.type === 'message.sent' && event.data.turnId !== null && event.data.turnId !== speech?.turnId),
  );
  const finished = events.some(
    (event) => event.type === 'message.sent' && event.data.messageId === speech?.messageId,
  );
  return speech && cut && !finished ? [speechAsMessage(speech), ...events] : events;
}

/** The released part of an unfinished message, as the message it has become. */
export function speechAsMessage(speech: Speech): NewEvent {
  return newEvent('message.sent', ASSISTANT, {
    messageId: speech.messageId,
    text: speech.text,
    kind: 'text',
    origin: 'model',
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: true,
    turnId: speech.turnId,
  });
}
