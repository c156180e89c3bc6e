import { isId } from '@baton/shared-types';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { type AgentPrincipal, Allow, CurrentAgent } from '../../identity/index.js';
import { UserError } from '../../kernel/errors.js';
import { Decisions, type ReplayedDecision } from './decisions.service.js';

@Controller('api/conversations')
export class DecisionsController {
  constructor(@Inject(Decisions) private readonly decisions: Decisions) {}

  @Get(':id/decisions')
  @Allow('conversation.read')
  async list(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
  ): Promise<{ decisions: readonly ReplayedDecision[] }> {
    if (!isId('cnv', id)) throw new UserError('not_found');
    return { decisions: await this.decisions.list(agent.workspaceId, id) };
  }
}
