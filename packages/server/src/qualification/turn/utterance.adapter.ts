import type { MessageId } from '@baton/shared-types';
import type { Conversations, EphemeralSignals } from '../../conversations/index.js';
import { type DecidedTurn, messageIdOf } from './turn.js';

/**
 * A message while it is being spoken. Every piece is recorded in the conversation before anybody sees it, so
 * that what was shown is never lost, and nothing is shown after a person has taken over.
 */
export class Utterance {
  readonly messageId: MessageId;
  private shown: string;
  private streaming = false;

  constructor(
    private readonly turn: DecidedTurn,
    private readonly conversations: Conversations,
    private readonly signals: EphemeralSignals,
  ) {
    this.messageId = messageIdOf(turn.record.turnId);
    this.shown = turn.shown;
  }

  /** Everything that the visitor has seen of it. */
  get text(): string {
    return this.shown;
  }

  /** Shows one more sentence. False: stop, a person has taken over or the visitor has written first. */
  async say(sentence: string): Promise<boolean> {
    const { workspaceId, conversationId, record, epoch, lease, answeredSeq } = this.turn;
    const piece = this.shown === '' ? sentence : ` ${sentence}`;
    const text = this.shown + piece;
    const speech = { messageId: this.messageId, turnId: record.turnId, text, epoch };
    const unlessVisitorWroteAfter = this.shown === '' ? answeredSeq : null;
    const released = await this.conversations.release(workspaceId, conversationId, speech, {
      lease,
      unlessVisitorWroteAfter,
    });
    if (!released) return false;
    if (!this.streaming) this.signals.streamStart(conversationId, this.messageId);
    // A viewer that has not seen the earlier part of a resumed message begins at the start.
    const offset = this.streaming ? this.shown.length : 0;
    this.signals.streamDelta(conversationId, this.messageId, offset, this.streaming ? piece : text);
    this.streaming = true;
    this.shown = text;
    return true;
  }

  /** Ends the stream; the final message in the log replaces it. */
  end(): void {
    if (this.streaming) this.signals.streamEnd(this.turn.conversationId, this.messageId);
    this.streaming = false;
  }
}
