import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { CONVERSATIONS, type Conversations, ConversationsModule } from '../conversations/index.js';
import { QualificationModule } from '../qualification/index.js';
import { Bundles } from './bundles.service.js';
import { ConversationsController } from './conversations.controller.js';
import { HandoffProjection } from './handoff.projection.js';
import { HandoffRepository } from './handoff.repository.js';
import { Handoffs } from './handoffs.service.js';
import { InboxProjection } from './inbox.projection.js';
import { InboxRepository } from './inbox.repository.js';
import { Inbox } from './inbox.service.js';
import { Offers } from './offers.service.js';

@Module({
  imports: [ConversationsModule, AgentsModule, QualificationModule],
  controllers: [ConversationsController],
  providers: [
    HandoffRepository,
    HandoffProjection,
    InboxRepository,
    InboxProjection,
    Inbox,
    Offers,
    Handoffs,
    Bundles,
  ],
  exports: [Handoffs, Inbox],
})
export class HandoffModule implements OnModuleInit {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(HandoffProjection) private readonly handoffs: HandoffProjection,
    @Inject(InboxProjection) private readonly inbox: InboxProjection,
  ) {}

  onModuleInit(): void {
    this.conversations.addProjection((...change) => this.handoffs.project(...change));
    this.conversations.addBulkProjection((...change) => this.inbox.project(...change));
  }
}
