import type { ConversationId, DecisionRecord, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../../conversations/index.js';
import { replayDecision } from '../core/replay.js';
import { Playbooks } from '../playbook/playbooks.service.js';

/** A decision of the past with what deciding again says about it. */
export interface ReplayedDecision {
  readonly decision: DecisionRecord;
  /** The rules of today and the playbook of then give the same bytes. */
  readonly replays: boolean;
}

/** Explains what was decided in a conversation, and proves it by deciding again. */
@Injectable()
export class Decisions {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  /** In the order of the log. `not_found` for a conversation of another workspace, as everywhere. */
  async list(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<readonly ReplayedDecision[]> {
    const log = await this.conversations.readLog(workspaceId, conversationId);
    const decisions = log.flatMap((event) =>
      event.type === 'decision.recorded' ? [event.data.decision] : [],
    );
    return Promise.all(
      decisions.map(async (decision) => {
        const compiled = await this.playbooks.getVersion(workspaceId, decision.playbook.version);
        return { decision, replays: replayDecision(log, decision, compiled).hash === decision.hash };
      }),
    );
  }
}
