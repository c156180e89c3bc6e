import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { FilesModule } from '../files/index.js';
import { HandoffModule } from '../handoff/index.js';
import { QualificationModule } from '../qualification/index.js';
import { AgentGateway } from './agent.gateway.js';
import { AgentAnswers } from './agent-answers.service.js';
import { AgentDeskGateway } from './agent-desk.gateway.js';
import { AgentSession } from './agent-session.service.js';
import { Briefings } from './briefings.service.js';
import { Farewell } from './farewell.service.js';
import { Heartbeat } from './heartbeat.service.js';
import { VisitorHttpController } from './http/visitor-http.controller.js';
import { VisitorHttp } from './http/visitor-http.service.js';
import { VisitorPolls } from './http/visitor-polls.service.js';
import { InboxFeed } from './inbox-feed.service.js';
import { RemoteCommits } from './nodes/remote-commits.service.js';
import { PresenceFeed } from './presence-feed.service.js';
import { QueueFeed } from './queue-feed.service.js';
import { UnderWay } from './under-way.service.js';
import { Viewers } from './viewers.service.js';
import { VisitorGateway } from './visitor.gateway.js';
import { VisitorDesk } from './visitor-desk.service.js';
import { VisitorSession } from './visitor-session.service.js';

@Module({
  imports: [ConversationsModule, AgentsModule, FilesModule, HandoffModule, QualificationModule],
  controllers: [VisitorHttpController],
  providers: [
    UnderWay,
    Farewell,
    VisitorDesk,
    VisitorHttp,
    VisitorPolls,
    AgentAnswers,
    AgentSession,
    AgentGateway,
    AgentDeskGateway,
    PresenceFeed,
    QueueFeed,
    Briefings,
    Viewers,
    VisitorSession,
    VisitorGateway,
    InboxFeed,
    Heartbeat,
    RemoteCommits,
  ],
})
export class RealtimeModule {}
