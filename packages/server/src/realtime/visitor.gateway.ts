import { NAMESPACE, VISITOR_COMMAND } from '@baton/shared-types';
import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace } from 'socket.io';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { admitSockets } from './admit-sockets.js';
import { FanOut } from './fan-out.service.js';
import { UnderWay } from './under-way.service.js';
import { VisitorDesk } from './visitor-desk.service.js';
import { VisitorSession } from './visitor-session.service.js';
import type { VisitorSocket } from './visitor-socket.js';

/** The visitor's commands as they come over a socket; what each does stands in the desk. */
@WebSocketGateway({ namespace: NAMESPACE.visitor })
export class VisitorGateway implements OnGatewayInit<Namespace> {
  constructor(
    @Inject(VisitorSession) private readonly session: VisitorSession,
    @Inject(VisitorDesk) private readonly desk: VisitorDesk,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(UnderWay) private readonly underWay: UnderWay,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  afterInit(namespace: Namespace): void {
    this.fanOut.attach(namespace.server);
    admitSockets(namespace, this.logger, this.metrics, this.underWay, (socket) => this.session.admit(socket));
  }

  @SubscribeMessage(VISITOR_COMMAND.openSession)
  openSession(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.openSession, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.logOut)
  logOut(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.logOut, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.sendMessage)
  sendMessage(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.sendMessage, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.readLog)
  readLog(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.readLog, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.setTyping)
  setTyping(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.setTyping, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.closeConversation)
  closeConversation(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.closeConversation, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.rateConversation)
  rateConversation(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.rateConversation, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.readCard)
  readCard(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.readCard, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.correctCard)
  correctCard(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.correctCard, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.withdrawFromCard)
  withdrawFromCard(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.withdrawFromCard, socket, body);
  }

  @SubscribeMessage(VISITOR_COMMAND.setConsent)
  setConsent(@ConnectedSocket() socket: VisitorSocket, @MessageBody() body: unknown) {
    return this.desk.answer(VISITOR_COMMAND.setConsent, socket, body);
  }
}
