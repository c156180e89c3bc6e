import type { Actor, ConversationId, FileRecord, MessageAccepted, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { assert } from '../kernel/assert.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { ConversationsService } from './conversations.service.js';
import { newEvent } from './core/events.js';
import { assertOpen, assertOwner } from './core/ownership.js';

type AgentActor = Extract<Actor, { kind: 'agent' }>;

/** What the owning agent writes to the visitor. */
@Injectable()
export class AgentMessages {
  constructor(
    @Inject(IDS) private readonly ids: Ids,
    @Inject(ConversationsService) private readonly conversations: ConversationsService,
  ) {}

  async send(
    workspaceId: WorkspaceId,
    agent: AgentActor,
    message: {
      readonly conversationId: ConversationId;
      readonly clientId: string;
      readonly text: string;
      readonly files?: readonly FileRecord[];
    },
  ): Promise<MessageAccepted> {
    const { conversationId, clientId, text, files } = message;
    const { events } = await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      once: { actor: agent, clientId },
      decide: (state) => {
        assertOpen(state);
        assertOwner(state, agent);
        const messageId = this.ids.next('msg');
        return [
          newEvent(
            'message.sent',
            agent,
            {
              messageId,
              text,
              kind: 'text',
              origin: 'human',
              asks: null,
              quickReplies: [],
              citations: [],
              interrupted: false,
              turnId: null,
              ...(files ? { files } : {}),
            },
            { clientId },
          ),
        ];
      },
    });
    const sent = events.find((event) => event.type === 'message.sent');
    assert(sent?.type === 'message.sent', 'an agent message was written or found');
    return { conversationId, messageId: sent.data.messageId, seq: sent.seq };
  }
}
