import type { AgentCommands, Reply } from '@baton/shared-types';
import { agentCommandSchemas } from '@baton/shared-types/schemas';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AgentPrincipal } from '../identity/index.js';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { AgentSession } from './agent-session.service.js';
import type { AgentSocket } from './agent-socket.js';
import { answerCommand } from './answer-command.js';
import { UnderWay } from './under-way.service.js';

/** Answers agents' commands: the payload checked, the session checked anew, then run as whom it proves. */
@Injectable()
export class AgentAnswers {
  constructor(
    @Inject(AgentSession) private readonly session: AgentSession,
    @Inject(UnderWay) private readonly underWay: UnderWay,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  answer<N extends keyof AgentCommands>(
    socket: AgentSocket,
    name: N,
    body: unknown,
    run: (agent: AgentPrincipal, payload: AgentCommands[N]['payload']) => Promise<AgentCommands[N]['result']>,
  ): Promise<Reply<AgentCommands[N]['result']>> {
    const { logger, metrics, underWay } = this;
    const schema: z.ZodType<AgentCommands[N]['payload']> = agentCommandSchemas[name];
    return answerCommand({ logger, metrics, underWay }, schema, body, async (payload) =>
      run(await this.session.assertCurrent(socket), payload),
    );
  }
}

/** Where the log stands after an act that may change hands. */
export function position({ state }: { readonly state: { readonly head: number; readonly epoch: number } }): {
  readonly seq: number;
  readonly epoch: number;
} {
  return { seq: state.head, epoch: state.epoch };
}
