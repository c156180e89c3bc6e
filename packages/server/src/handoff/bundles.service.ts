import type { Bundle, ConversationId, LogEvent, LogEventOf, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { type CompiledPlaybook, Playbooks } from '../qualification/index.js';
import { buildBundle } from './core/build-bundle.js';

/** The context bundle of a conversation, folded from its log whenever it is asked for. */
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
    const { playbook, identity } = await this.compiledFor(workspaceId, log, part);
    return buildBundle({ conversationId, log: part, visitorId, playbook, identity });
  }
  /** The version that a bundle recorded at this very position names, so that its bytes come out again. */
  private compiledFor(
    workspaceId: WorkspaceId,
    log: readonly LogEvent[],
    part: readonly LogEvent[],
  ): Promise<CompiledPlaybook> {
    const seq = part.at(-1)?.seq ?? 0;
    const recorded = log.find(
      (event): event is LogEventOf<'bundle.recorded'> =>
        event.type === 'bundle.recorded' && event.data.bundle.seq === seq,
    );
    const version = recorded?.data.bundle.playbook.version;
    return version === undefined
      ? this.playbooks.current(workspaceId)
      : this.playbooks.getVersion(workspaceId, version);
  }
}
