import { isId } from '@baton/shared-types';
import { businessHoursSchema } from '@baton/shared-types/schemas';
import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import type { Agent } from './agents.repository.js';
import { Agents } from './agents.service.js';
import { findNameProblem } from './find-name-problem.js';

const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .superRefine((value, context) => {
    const message = findNameProblem(value);
    if (message) context.addIssue({ code: 'custom', message });
  });
const role = z.enum(['agent', 'supervisor', 'admin']);
const keys = z.array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)).max(50);

const newAgent = z.strictObject({
  name,
  email: z.email().max(320),
  role,
  password: z.string().min(12, 'must have at least 12 characters').max(200),
});
const agentChange = z.strictObject({
  name: name.optional(),
  role: role.optional(),
  teams: keys.optional(),
  skills: keys.optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(20)
    .optional(),
  regions: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  capacity: z.number().int().min(1).max(100).optional(),
  hours: businessHoursSchema.nullable().optional(),
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
    return this.agents.add(agent, parseBody(newAgent, body));
  }

  @Patch(':id')
  @Allow('agent.manage')
  async change(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Agent> {
    if (!isId('agt', id)) throw new UserError('not_found');
    return this.agents.change(agent, id, parseBody(agentChange, body));
  }
}
