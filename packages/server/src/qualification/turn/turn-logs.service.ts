import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  type SeenRecently,
} from '../../conversations/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { PAST_FORM, settlePast } from '../core/settle-past.js';
import { headOf, isPast, type TurnLog, wholeLog, withEvents } from '../core/turn-log.js';

/** A conversation as a turn looks at it. */
export interface TurnSeen {
  readonly state: ConversationState;
  readonly log: TurnLog;
}

/** Sees to it that a turn reads what is recent, and of that only what it has not seen yet. */
@Injectable()
export class TurnLogs {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A checkpoint that does not hold what it should is as good as none: the whole log is read. */
  async open(workspaceId: WorkspaceId, { state, checkpoint, log }: SeenRecently): Promise<TurnSeen> {
    if (checkpoint === null) return { state, log: wholeLog(log) };
    const { held, seq } = checkpoint;
    if (isPast(held)) return { state, log: { past: { ...held, seq }, recent: log } };
    this.logger.warn(
      { conversationId: state.id, seq },
      'this checkpoint of the log is not what it should be',
    );
    const whole = await this.conversations.read(workspaceId, state.id);
    return { state: whole.state, log: wholeLog(whole.log) };
  }

  /** As the conversation is now. */
  async refresh(workspaceId: WorkspaceId, conversationId: ConversationId, log: TurnLog): Promise<TurnSeen> {
    const since = await this.conversations.read(workspaceId, conversationId, headOf(log));
    return { state: since.state, log: withEvents(log, since.log) };
  }

  /** What has become old in a long log is folded, once in a while, so that the next turn need not read it. */
  async settle(workspaceId: WorkspaceId, { state, log }: TurnSeen): Promise<void> {
    try {
      const past = settlePast(log);
      if (past === null) return;
      const { seq, ...held } = past;
      await this.conversations.keepCheckpoint(workspaceId, state.id, { fold: PAST_FORM, seq, held });
    } catch (error) {
      // The turn has been taken. Without a checkpoint the next one reads more, and tries again.
      this.logger.warn({ conversationId: state.id, error }, 'could not keep a checkpoint of the log');
    }
  }
}
