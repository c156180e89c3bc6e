import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { parseBody } from '../kernel/parse-body.js';
import type { Agent } from './agents.repository.js';
import { Agents } from './agents.service.js';

const newAgent = z.strictObject({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(320),
  role: z.enum(['agent', 'admin']),
  password: z.string().min(12, 'must have at least 12 characters').max(200),
});

@Controller('api/agents')
export class AgentsController {
  constructor(@Inject(Agents) private readonly agents: Agents) {}

  @Get()
  @Allow('agent.manage')
  async list(@CurrentAgent() agent: AgentPrincipal): Promise<{ agents: readonly Agent[] }> {
    return { agents: await this.agents.list(agent.workspaceId) };
  }

  @Post()
  @Allow('agent.manage')
  async add(@CurrentAgent() agent: AgentPrincipal, @Body() body: unknown): Promise<Agent> {
    return this.agents.add(agent.workspaceId, parseBody(newAgent, body));
  }
}
