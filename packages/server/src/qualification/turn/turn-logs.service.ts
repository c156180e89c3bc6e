import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  type SeenRecently,
} from '../../conversations/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { PAST_FORM, settlePast } from '../core/settle-past.js';
import { headOf, type Past, type TurnLog, wholeLog, withEvents } from '../core/turn-log.js';

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

  open({ state, checkpoint, log }: SeenRecently): TurnSeen {
    if (checkpoint === null) return { state, log: wholeLog(log) };
    const held = checkpoint.held as Omit<Past, 'seq'>;
    return { state, log: { past: { ...held, seq: checkpoint.seq }, recent: log } };
  }

  /** As the conversation is now. */
  async refresh(workspaceId: WorkspaceId, { state, log }: TurnSeen): Promise<TurnSeen> {
    const since = await this.conversations.read(workspaceId, state.id, headOf(log));
    return { state: since.state, log: withEvents(log, since.log) };
  }

  /** What has become old in a long log is folded, once in a while, so that the next turn need not read it. */
  async settle(workspaceId: WorkspaceId, { state, log }: TurnSeen): Promise<void> {
    const past = settlePast(log);
    if (past === null) return;
    const { seq, ...held } = past;
    try {
      await this.conversations.keepCheckpoint(workspaceId, state.id, { fold: PAST_FORM, seq, held });
    } catch (error) {
      // The turn has been taken. Without a checkpoint the next one reads more, and tries again.
      this.logger.warn({ conversationId: state.id, error }, 'could not keep a checkpoint of the log');
    }
  }
}
