import type { ConversationId, MessageId } from '@baton/shared-types';

/** What is told and forgotten: streaming text and typing. Losing one harms nothing. `realtime` implements it. */
export interface EphemeralSignals {
  streamStart(conversationId: ConversationId, messageId: MessageId): void;
  streamDelta(conversationId: ConversationId, messageId: MessageId, offset: number, text: string): void;
  streamEnd(conversationId: ConversationId, messageId: MessageId): void;
  typing(
    conversationId: ConversationId,
    who: 'visitor' | 'agent' | 'assistant',
    name: string | null,
    on: boolean,
  ): void;
}

export const EPHEMERAL_SIGNALS = Symbol('EphemeralSignals');
