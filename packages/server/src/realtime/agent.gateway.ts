import { AGENT_COMMAND, NAMESPACE } from '@baton/shared-types';
import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace } from 'socket.io';
import { Agents } from '../agents/index.js';
import {
  AgentMessages,
  CONVERSATIONS,
  type Conversations,
  EPHEMERAL_SIGNALS,
  type EphemeralSignals,
} from '../conversations/index.js';
import { actorOf, Handoffs, Inbox } from '../handoff/index.js';
import { SignedIn } from '../identity/index.js';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { admitSockets } from './admit-sockets.js';
import { AgentAnswers, position } from './agent-answers.service.js';
import { AgentSession } from './agent-session.service.js';
import type { AgentSocket } from './agent-socket.js';
import { PresenceFeed } from './presence-feed.service.js';
import { readLog } from './read-log.js';
import { room } from './rooms.js';
import { UnderWay } from './under-way.service.js';
import { Viewers } from './viewers.service.js';

const INBOX_LIMIT = 200;

/** The agent's commands. Every one is done as the person the ticket proved, in their workspace. */
@WebSocketGateway({ namespace: NAMESPACE.agent })
export class AgentGateway implements OnGatewayInit<Namespace> {
  constructor(
    @Inject(AgentAnswers) private readonly answers: AgentAnswers,
    @Inject(AgentSession) private readonly session: AgentSession,
    @Inject(SignedIn) private readonly signedIn: SignedIn,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Viewers) private readonly viewers: Viewers,
    @Inject(PresenceFeed) private readonly presence: PresenceFeed,
    @Inject(AgentMessages) private readonly messages: AgentMessages,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(EPHEMERAL_SIGNALS) private readonly signals: EphemeralSignals,
    @Inject(UnderWay) private readonly underWay: UnderWay,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  afterInit(namespace: Namespace): void {
    admitSockets(namespace, this.logger, this.metrics, this.underWay, (socket) => this.session.admit(socket));
    this.session.attach(namespace);
    namespace.on('connection', (socket) => this.viewers.watch(socket as unknown as AgentSocket));
  }

  @SubscribeMessage(AGENT_COMMAND.openConsole)
  openConsole(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.openConsole, body, async (agent) => ({
      agent: await this.signedIn.describe(agent),
      inbox: await this.inbox.listFirst(agent, INBOX_LIMIT),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.setPresence)
  setPresence(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(
      socket,
      AGENT_COMMAND.setPresence,
      body,
      async (agent, { state, reason = null }) => {
        await this.agents.setPresence(agent.workspaceId, agent.id, state, reason);
        await this.presence.tell(agent.workspaceId, agent.id);
        return { state };
      },
    );
  }

  @SubscribeMessage(AGENT_COMMAND.openConversation)
  openConversation(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(
      socket,
      AGENT_COMMAND.openConversation,
      body,
      async ({ workspaceId }, { conversationId }) => {
        await this.conversations.getState(workspaceId, conversationId);
        // Follow first, read after: what is committed in between arrives twice and is dropped by its `seq`.
        await socket.join(room.conversation(conversationId));
        this.viewers.changed(conversationId);
        return this.conversations.snapshot(workspaceId, conversationId);
      },
    );
  }

  @SubscribeMessage(AGENT_COMMAND.leaveConversation)
  leaveConversation(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(
      socket,
      AGENT_COMMAND.leaveConversation,
      body,
      async (_, { conversationId }) => {
        await socket.leave(room.conversation(conversationId));
        this.viewers.changed(conversationId);
        return null;
      },
    );
  }

  @SubscribeMessage(AGENT_COMMAND.readLog)
  readLog(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(
      socket,
      AGENT_COMMAND.readLog,
      body,
      ({ workspaceId }, { conversationId, after }) =>
        readLog(this.conversations, workspaceId, conversationId, after, 'internal'),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.sendMessage)
  sendMessage(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.sendMessage, body, (agent, message) =>
      this.messages.send(agent.workspaceId, actorOf(agent), message),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.setTyping)
  setTyping(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(
      socket,
      AGENT_COMMAND.setTyping,
      body,
      async (agent, { conversationId, on }) => {
        const { owner } = await this.conversations.getState(agent.workspaceId, conversationId);
        if (owner.kind === 'agent' && owner.id === agent.id)
          this.signals.typing(conversationId, 'agent', agent.name, on);
        return null;
      },
    );
  }

  @SubscribeMessage(AGENT_COMMAND.acceptHandoff)
  acceptHandoff(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.acceptHandoff, body, async (agent, act) =>
      position(await this.handoffs.takeOver(agent, act)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.declineHandoff)
  declineHandoff(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.declineHandoff, body, async (agent, act) =>
      position(await this.handoffs.decline(agent, act)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.takeOver)
  takeOver(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.takeOver, body, async (agent, act) =>
      position(await this.handoffs.takeOver(agent, act)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.returnToAssistant)
  returnToAssistant(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.returnToAssistant, body, async (agent, act) =>
      position(await this.handoffs.returnToAssistant(agent, act)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.closeConversation)
  closeConversation(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.closeConversation, body, async (agent, act) => ({
      seq: await this.handoffs.close(agent, act),
    }));
  }
}
