import type { Bundle, ConversationId, LogEvent, LogEventOf, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { Playbooks } from '../qualification/index.js';
import { buildBundle } from './core/build-bundle.js';
import { deskOf } from './core/words/desk.js';

/**
 * The context bundle of a conversation, folded from its log whenever it is asked for. At a position where one has been
 * recorded it is that one: a later build may word its sentences otherwise, and the hash that is out there still holds.
 */
@Injectable()
export class Bundles {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  /** `at`: as it stood at that position of the log; null: now. */
  async get(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    at: number | null = null,
  ): Promise<Bundle> {
    const { state, log } = await this.conversations.read(workspaceId, conversationId);
    const { visitorId } = state;
    const part = at === null ? log : log.filter((event) => event.seq <= at);
    const recorded = recordedAt(log, part.at(-1)?.seq ?? 0);
    if (recorded) return recorded;
    const { playbook, identity } = await this.playbooks.current(workspaceId);
    return buildBundle({ conversationId, log: part, visitorId, playbook, identity, desk: deskOf(playbook) });
  }
}

function recordedAt(log: readonly LogEvent[], seq: number): Bundle | null {
  const recorded = log.find(
    (event): event is LogEventOf<'bundle.recorded'> =>
      event.type === 'bundle.recorded' && event.data.bundle.seq === seq,
  );
  return recorded?.data.bundle ?? null;
}
