import { Module } from '@nestjs/common';
import { AgentMessages } from './agent-messages.service.js';
import { AppendRepository } from './append.repository.js';
import { AppendBatch } from './append-batch.service.js';
import { AppendLanes } from './append-lanes.service.js';
import { AutomationStop } from './automation-stop.service.js';
import { ConversationBus } from './conversation-bus.js';
import { CONVERSATIONS } from './conversations.port.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { LogCheckpointsRepository } from './log-checkpoints.repository.js';
import { ReactionRegistry } from './reaction-registry.js';
import { TurnLeaseRepository } from './turn-lease.repository.js';
import { TurnLeases } from './turn-leases.service.js';
import { VisitorMessages } from './visitor-messages.service.js';

@Module({
  providers: [
    ConversationBus,
    ReactionRegistry,
    ConversationsRepository,
    LogCheckpointsRepository,
    AppendRepository,
    AppendBatch,
    AppendLanes,
    TurnLeaseRepository,
    TurnLeases,
    ConversationsService,
    VisitorMessages,
    AgentMessages,
    AutomationStop,
    { provide: CONVERSATIONS, useExisting: ConversationsService },
  ],
  exports: [CONVERSATIONS, ConversationBus, VisitorMessages, AgentMessages],
})
export class ConversationsModule {}
