import type { Bundle, ConversationId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { Playbooks } from '../qualification/index.js';
import { buildBundle } from './core/build-bundle.js';

/** The context bundle of a conversation, folded from its log whenever it is asked for. */
@Injectable()
export class Bundles {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  async get(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<Bundle> {
    const { view, cursor } = await this.conversations.snapshot(workspaceId, conversationId);
    const { visitorId } = await this.conversations.getState(workspaceId, conversationId);
    const { playbook } = await this.playbooks.current(workspaceId);
    return buildBundle({ view, seq: cursor, visitorId, playbook });
  }
}
