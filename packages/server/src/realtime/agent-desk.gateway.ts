import { AGENT_COMMAND, type AgentCommands, NAMESPACE, type Reply } from '@baton/shared-types';
import { agentCommandSchemas } from '@baton/shared-types/schemas';
import { Inject } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { z } from 'zod';
import { Teams } from '../agents/index.js';
import { Overrides, Router, Transfers } from '../handoff/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { AgentSession } from './agent-session.service.js';
import type { AgentSocket } from './agent-socket.js';
import { answerCommand } from './answer-command.js';
import { UnderWay } from './under-way.service.js';

type Answer<N extends keyof AgentCommands> = Promise<Reply<AgentCommands[N]['result']>>;

/** The agent's further commands: passing on, notes, and what people change against the machine. */
@WebSocketGateway({ namespace: NAMESPACE.agent })
export class AgentDeskGateway {
  constructor(
    @Inject(AgentSession) private readonly session: AgentSession,
    @Inject(Transfers) private readonly transfers: Transfers,
    @Inject(Overrides) private readonly overrides: Overrides,
    @Inject(Router) private readonly router: Router,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(UnderWay) private readonly underWay: UnderWay,
  ) {}

  @SubscribeMessage(AGENT_COMMAND.listColleagues)
  listColleagues(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.listColleagues, body, async ({ workspaceId }) => ({
      colleagues: await this.router.listColleagues(workspaceId),
      teams: await this.teams.list(workspaceId),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.transfer)
  transfer(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.transfer, body, async (agent, command) =>
      position(await this.transfers.transfer(agent, command)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.bargeIn)
  bargeIn(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.bargeIn, body, async (agent, command) =>
      position(await this.transfers.bargeIn(agent, command)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.reroute)
  reroute(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.reroute, body, async (agent, command) =>
      position(await this.transfers.reroute(agent, command)),
    );
  }

  @SubscribeMessage(AGENT_COMMAND.addNote)
  addNote(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.addNote, body, async (agent, command) => ({
      seq: await this.overrides.addNote(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.correctSlot)
  correctSlot(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.correctSlot, body, async (agent, command) => ({
      seq: await this.overrides.correctSlot(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.reclassify)
  reclassify(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.reclassify, body, async (agent, command) => ({
      seq: await this.overrides.reclassify(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.setAutomation)
  setAutomation(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.setAutomation, body, async (agent, command) => ({
      seq: await this.overrides.setAutomation(agent, command),
    }));
  }

  @SubscribeMessage(AGENT_COMMAND.checkDraft)
  checkDraft(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: unknown) {
    return this.answer(socket, AGENT_COMMAND.checkDraft, body, async (agent, command) => ({
      alreadySaid: await this.overrides.checkDraft(agent, command),
    }));
  }

  private answer<N extends keyof AgentCommands>(
    socket: AgentSocket,
    name: N,
    body: unknown,
    run: (agent: AgentPrincipal, payload: AgentCommands[N]['payload']) => Promise<AgentCommands[N]['result']>,
  ): Answer<N> {
    const { logger, metrics, underWay } = this;
    const schema: z.ZodType<AgentCommands[N]['payload']> = agentCommandSchemas[name];
    return answerCommand({ logger, metrics, underWay }, schema, body, async (payload) =>
      run(await this.session.assertCurrent(socket), payload),
    );
  }
}

function position({ state }: { readonly state: { readonly head: number; readonly epoch: number } }) {
  return { seq: state.head, epoch: state.epoch };
}
