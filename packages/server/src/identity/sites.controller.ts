import { isId } from '@baton/shared-types';
import { Body, Controller, Get, Inject, Param, Patch } from '@nestjs/common';
import { z } from 'zod';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Allow, CurrentAgent } from './access.guard.js';
import type { AgentPrincipal } from './principals.js';
import type { Site } from './sites.repository.js';
import { Sites } from './sites.service.js';

const change = z.strictObject({
  origins: z.array(z.string().max(300)).min(1).max(50).optional(),
  automationPaused: z.boolean().optional(),
  reason: z.string().trim().min(1).max(300).nullable().optional(),
});

/** What an administrator sees of a site. */
type SiteSummary = Pick<Site, 'id' | 'name' | 'key' | 'origins' | 'automationPaused' | 'automationReason'>;

@Controller('api/sites')
export class SitesController {
  constructor(@Inject(Sites) private readonly sites: Sites) {}

  @Get()
  @Allow('site.manage')
  async list(@CurrentAgent() agent: AgentPrincipal): Promise<{ sites: readonly SiteSummary[] }> {
    return { sites: (await this.sites.list(agent.workspaceId)).map(summarize) };
  }

  @Patch(':id')
  @Allow('site.manage')
  async change(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SiteSummary> {
    if (!isId('sit', id)) throw new UserError('not_found');
    return summarize(await this.sites.change(agent.workspaceId, id, parseBody(change, body)));
  }
}

function summarize(site: Site): SiteSummary {
  const { id, name, key, origins, automationPaused, automationReason } = site;
  return { id, name, key, origins, automationPaused, automationReason };
}
