import { isId } from '@baton/shared-types';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import type { GreetingCount } from './greetings.repository.js';
import { Greetings } from './greetings.service.js';

@Controller('api/sites')
export class SiteGreetingsController {
  constructor(@Inject(Greetings) private readonly greetings: Greetings) {}

  @Get(':id/greetings')
  @Allow('site.manage')
  async counts(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
  ): Promise<{ counts: readonly GreetingCount[] }> {
    if (!isId('sit', id)) throw new UserError('not_found');
    return { counts: await this.greetings.listCounts(agent.workspaceId, id) };
  }
}
