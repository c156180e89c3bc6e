import { isId, type SiteId, type WidgetSettings } from '@baton/shared-types';
import { widgetSettingsSchema } from '@baton/shared-types/schemas';
import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Allow, CurrentAgent } from './access.guard.js';
import type { AgentPrincipal } from './principals.js';
import type { Site } from './sites.repository.js';
import { Sites } from './sites.service.js';

/** What a site changes about its widget. */
@Controller('api/sites')
export class SiteWidgetController {
  constructor(@Inject(Sites) private readonly sites: Sites) {}

  @Get(':id/widget')
  @Allow('site.manage')
  async get(@CurrentAgent() agent: AgentPrincipal, @Param('id') id: string): Promise<WidgetSettings> {
    return settingsOf(await this.sites.get(agent.workspaceId, siteId(id)));
  }

  @Put(':id/widget')
  @Allow('site.manage')
  async change(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WidgetSettings> {
    return settingsOf(
      await this.sites.changeWidget(agent, siteId(id), parseBody(widgetSettingsSchema, body)),
    );
  }
}

function settingsOf({ widget }: Site): WidgetSettings {
  return { consent: null, texts: {}, greetings: [], ...widget };
}

function siteId(id: string): SiteId {
  if (!isId('sit', id)) throw new UserError('not_found');
  return id;
}
