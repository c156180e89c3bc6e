import { isId } from '@baton/shared-types';
import { isTimeZone } from '@baton/shared-types/schemas';
import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Allow, CurrentAgent } from './access.guard.js';
import type { AgentPrincipal } from './principals.js';
import { SiteSightings } from './site-sightings.service.js';
import type { Site } from './sites.repository.js';
import { Sites } from './sites.service.js';

const change = z.strictObject({
  origins: z.array(z.string().max(300)).min(1).max(50).optional(),
  automationPaused: z.boolean().optional(),
  filesAllowed: z.boolean().optional(),
  reason: z.string().trim().min(1).max(300).nullable().optional(),
});

/** The time zone: whose days "today" and "tomorrow" are, where the visitor's is not known. */
const newSite = z.strictObject({
  name: z.string().trim().min(1).max(100),
  origins: z.array(z.string().max(300)).min(1).max(50),
  timeZone: z.string().max(60).refine(isTimeZone, 'is not a time zone such as Europe/London').default('UTC'),
});

/** What an administrator sees of a site. */
type SiteSummary = Pick<
  Site,
  'id' | 'name' | 'key' | 'origins' | 'automationPaused' | 'automationReason' | 'filesAllowed'
>;

interface SightingsAnswer {
  readonly now: string;
  readonly sightings: readonly {
    readonly origin: string;
    readonly accepted: boolean;
    readonly lastSeenAt: string;
  }[];
}

@Controller('api/sites')
export class SitesController {
  constructor(
    @Inject(Sites) private readonly sites: Sites,
    @Inject(SiteSightings) private readonly sightings: SiteSightings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('site.manage')
  async list(@CurrentAgent() agent: AgentPrincipal): Promise<{ sites: readonly SiteSummary[] }> {
    return { sites: (await this.sites.list(agent.workspaceId)).map(summarize) };
  }

  /** The server makes the site's key. */
  @Post()
  @Allow('site.manage')
  async add(@CurrentAgent() agent: AgentPrincipal, @Body() body: unknown): Promise<SiteSummary> {
    return summarize(await this.sites.add(agent, parseBody(newSite, body)));
  }

  /** Where the widget has been seen: `now` is the server's clock, so that ages are right on any machine. */
  @Get(':id/sightings')
  @Allow('site.manage')
  async seen(@CurrentAgent() agent: AgentPrincipal, @Param('id') id: string): Promise<SightingsAnswer> {
    if (!isId('sit', id)) throw new UserError('not_found');
    await this.sites.get(agent.workspaceId, id);
    const sightings = await this.sightings.list(agent.workspaceId, id);
    return {
      now: this.clock.now().toISOString(),
      sightings: sightings.map((each) => ({ ...each, lastSeenAt: each.lastSeenAt.toISOString() })),
    };
  }

  @Patch(':id')
  @Allow('site.manage')
  async change(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SiteSummary> {
    if (!isId('sit', id)) throw new UserError('not_found');
    return summarize(await this.sites.change(agent, id, parseBody(change, body)));
  }
}

function summarize(site: Site): SiteSummary {
  const { id, name, key, origins, automationPaused, automationReason, filesAllowed } = site;
  return { id, name, key, origins, automationPaused, automationReason, filesAllowed };
}
