import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { z } from 'zod';
import { parseBody } from '../kernel/parse-body.js';
import { Allow, CurrentAgent } from './access.guard.js';
import type { AgentPrincipal } from './principals.js';
import type { Automation } from './sites.repository.js';
import { Sites } from './sites.service.js';

const change = z.strictObject({ paused: z.boolean(), reason: z.string().trim().min(3).max(300) });

/** Whether the assistant answers at all. While it does not, people are called for whoever writes. */
@Controller('api/automation')
export class AutomationController {
  constructor(@Inject(Sites) private readonly sites: Sites) {}

  @Get()
  @Allow('conversation.read')
  async get(@CurrentAgent() agent: AgentPrincipal): Promise<Automation> {
    return this.sites.getAutomation(agent.workspaceId);
  }

  @Put()
  @Allow('automation.pause')
  async set(@CurrentAgent() agent: AgentPrincipal, @Body() body: unknown): Promise<Automation> {
    return this.sites.setAutomation(agent, parseBody(change, body));
  }
}
