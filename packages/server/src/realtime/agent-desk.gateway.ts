import { AGENT_COMMAND, NAMESPACE } from '@baton/shared-types';
import { Inject } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Teams } from '../agents/index.js';
import { Overrides, Router, Transfers } from '../handoff/index.js';
import { AgentAnswers, position } from './agent-answers.service.js';
import type { AgentSocket } from './agent-socket.js';

/** The agent's further commands: passing on, notes, and what people change against the machine. */
@WebSocketGateway({ namespace: NAMESPACE.agent })
export class AgentDeskGateway {
  constructor(
    @Inject(AgentAnswers) private readonly answers: AgentAnswers,
    @Inject(Transfers) private readonly transfers: Transfers,
    @Inject(Overrides) private readonly overrides: Overrides,
    @Inject(Router) private readonly router: Router,
    @Inject(Teams) private readonly teams: Teams,
  ) {}

  @SubscribeMessage(AGENT_COMMAND.listColleagues)
  listColleagues(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.listColleagues, body, async ({ workspaceId }) => ({
      colleagues: await this.router.listColleagues(workspaceId),
      teams: await this.teams.list(workspaceId),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.transfer)
  transfer(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.transfer, body, async (agent, command) =>
      position(await this.transfers.transfer(agent, command)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.bargeIn)
  bargeIn(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.bargeIn, body, async (agent, command) =>
      position(await this.transfers.bargeIn(agent, command)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.reroute)
  reroute(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.reroute, body, async (agent, command) =>
      position(await this.transfers.reroute(agent, command)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.addNote)
  addNote(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.addNote, body, async (agent, command) => ({
      seq: await this.overrides.addNote(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.correctSlot)
  correctSlot(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.correctSlot, body, async (agent, command) => ({
      seq: await this.overrides.correctSlot(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.reclassify)
  reclassify(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.reclassify, body, async (agent, command) => ({
      seq: await this.overrides.reclassify(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.setAutomation)
  setAutomation(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.setAutomation, body, async (agent, command) => ({
      seq: await this.overrides.setAutomation(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.checkDraft)
  checkDraft(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answers.answer(socket, AGENT_COMMAND.checkDraft, body, async (agent, command) => ({
      alreadySaid: await this.overrides.checkDraft(agent, command),
    }));
  }
}
