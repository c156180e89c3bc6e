import { NAMESPACE, type Reply, VISITOR_COMMAND, type VisitorCommands } from '@baton/shared-types';
import { visitorCommandSchemas } from '@baton/shared-types/schemas';
import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace } from 'socket.io';
import {
  CONVERSATIONS,
  type Conversations,
  EPHEMERAL_SIGNALS,
  type EphemeralSignals,
  VisitorMessages,
} from '../conversations/index.js';
import { MessageAllowance } from '../identity/index.js';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { LeadCard } from '../qualification/index.js';
import { admitSockets } from './admit-sockets.js';
import { answerCommand } from './answer-command.js';
import { FanOut } from './fan-out.service.js';
import { readLog } from './read-log.js';
import { VisitorSession } from './visitor-session.service.js';
import type { VisitorSocket } from './visitor-socket.js';

type Answer<N extends keyof VisitorCommands> = Promise<Reply<VisitorCommands[N]['result']>>;

/** The visitor's commands. Which conversation is meant is never the client's to say: the session knows. */
@WebSocketGateway({ namespace: NAMESPACE.visitor })
export class VisitorGateway implements OnGatewayInit<Namespace> {
  constructor(
    @Inject(VisitorSession) private readonly session: VisitorSession,
    @Inject(VisitorMessages) private readonly messages: VisitorMessages,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(EPHEMERAL_SIGNALS) private readonly signals: EphemeralSignals,
    @Inject(LeadCard) private readonly card: LeadCard,
    @Inject(MessageAllowance) private readonly allowance: MessageAllowance,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  afterInit(namespace: Namespace): void {
    this.fanOut.attach(namespace.server);
    admitSockets(namespace, this.logger, this.metrics, (socket) => this.session.admit(socket));
  }

  @SubscribeMessage(VISITOR_COMMAND.openSession)
  openSession(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.openSession, body, (payload) => this.session.open(socket, payload));
  }

  @SubscribeMessage(VISITOR_COMMAND.sendMessage)
  sendMessage(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.sendMessage, body, async (message) => {
      this.allowance.take(this.session.principalOf(socket).visitorId);
      const accepted = await this.messages.send(this.session.contextOf(socket), message);
      await this.session.follow(socket, accepted.conversationId);
      return accepted;
    });
  }

  @SubscribeMessage(VISITOR_COMMAND.readLog)
  readLog(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.readLog, body, ({ after }) =>
      readLog(
        this.conversations,
        this.session.principalOf(socket).workspaceId,
        this.session.conversationOf(socket),
        after,
        'public',
      ),
    );
  }

  @SubscribeMessage(VISITOR_COMMAND.setTyping)
  setTyping(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.setTyping, body, async ({ on }) => {
      this.signals.typing(this.session.conversationOf(socket), 'visitor', null, on);
      return null;
    });
  }

  @SubscribeMessage(VISITOR_COMMAND.closeConversation)
  closeConversation(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.closeConversation, body, async ({ clientId }) => {
      const { workspaceId, visitorId, conversationId } = this.session.ownConversation(socket);
      return { seq: await this.messages.close(workspaceId, visitorId, conversationId, clientId) };
    });
  }

  @SubscribeMessage(VISITOR_COMMAND.rateConversation)
  rateConversation(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.rateConversation, body, async (rating) => {
      const { workspaceId, visitorId, conversationId } = this.session.ownConversation(socket);
      return { seq: await this.messages.rate(workspaceId, visitorId, conversationId, rating) };
    });
  }

  @SubscribeMessage(VISITOR_COMMAND.readCard)
  readCard(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.readCard, body, async () => ({
      lines: await this.card.read(this.session.ownConversation(socket), socket.data.locale),
    }));
  }

  @SubscribeMessage(VISITOR_COMMAND.correctCard)
  correctCard(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.correctCard, body, async (correction) => {
      const owner = this.session.ownConversation(socket);
      this.allowance.take(owner.visitorId);
      return { seq: await this.card.correct(owner, correction, socket.data.locale) };
    });
  }

  @SubscribeMessage(VISITOR_COMMAND.withdrawFromCard)
  withdrawFromCard(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.answer(VISITOR_COMMAND.withdrawFromCard, body, async (act) => ({
      seq: await this.card.withdraw(this.session.ownConversation(socket), act),
    }));
  }

  private answer<N extends keyof VisitorCommands>(
    name: N,
    body: unknown,
    run: (payload: VisitorCommands[N]['payload']) => Promise<VisitorCommands[N]['result']>,
  ): Answer<N> {
    const { logger, metrics } = this;
    return answerCommand({ logger, metrics }, visitorCommandSchemas[name], body, run);
  }
}
