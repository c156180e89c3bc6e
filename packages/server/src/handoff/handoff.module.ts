import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { AgentsModule, Teams } from '../agents/index.js';
import { CONVERSATIONS, type Conversations, ConversationsModule } from '../conversations/index.js';
import { Playbooks, QualificationModule } from '../qualification/index.js';
import { AgentActs } from './agent-acts.service.js';
import { Attendance } from './attendance.service.js';
import { Bundles } from './bundles.service.js';
import { Capture } from './capture.service.js';
import { ConversationsController } from './conversations.controller.js';
import { HandoffProjection } from './handoff.projection.js';
import { HandoffRepository } from './handoff.repository.js';
import { HandoffSweep } from './handoff-sweep.service.js';
import { Handoffs } from './handoffs.service.js';
import { InboxProjection } from './inbox.projection.js';
import { InboxRepository } from './inbox.repository.js';
import { Inbox } from './inbox.service.js';
import { Offers } from './offers.service.js';
import { OverrideAudit } from './override-audit.projection.js';
import { Overrides } from './overrides.service.js';
import { QueuePlaces } from './queue-places.service.js';
import { RecentInboxRows } from './recent-inbox-rows.service.js';
import { Reopenings } from './reopenings.service.js';
import { Router } from './router.service.js';
import { RoutingController } from './routing.controller.js';
import { Transfers } from './transfers.service.js';
import { WorkloadRepository } from './workload.repository.js';

@Module({
  imports: [ConversationsModule, AgentsModule, QualificationModule],
  controllers: [ConversationsController, RoutingController],
  providers: [
    HandoffRepository,
    HandoffProjection,
    InboxRepository,
    InboxProjection,
    RecentInboxRows,
    Inbox,
    Capture,
    WorkloadRepository,
    Router,
    Offers,
    Reopenings,
    HandoffSweep,
    AgentActs,
    Transfers,
    Overrides,
    QueuePlaces,
    Attendance,
    OverrideAudit,
    Handoffs,
    Bundles,
  ],
  exports: [Handoffs, Transfers, Overrides, Router, QueuePlaces, Attendance, Bundles, Inbox],
})
export class HandoffModule implements OnModuleInit {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(HandoffProjection) private readonly handoffs: HandoffProjection,
    @Inject(InboxProjection) private readonly inbox: InboxProjection,
    @Inject(OverrideAudit) private readonly audit: OverrideAudit,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(Teams) private readonly teams: Teams,
  ) {}

  onModuleInit(): void {
    this.playbooks.askForTeams(async (workspaceId) =>
      (await this.teams.list(workspaceId)).map(({ key }) => key),
    );
    this.conversations.addProjection((...change) => this.handoffs.project(...change));
    this.conversations.addBulkProjection((...change) => this.inbox.project(...change));
    this.conversations.addProjection((...change) => this.audit.project(...change));
  }
}
