import { type AgentId, isId, type Team } from '@baton/shared-types';
import { businessHoursSchema } from '@baton/shared-types/schemas';
import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import type { Account } from './teams.repository.js';
import { Teams } from './teams.service.js';

const teamKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const domain = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
const team = z.strictObject({
  name: z.string().trim().min(1).max(80),
  choose: z.enum(['least_busy', 'longest_idle', 'sticky']),
  hours: businessHoursSchema.nullable(),
});
const account = z.strictObject({
  status: z.enum(['customer', 'prospect', 'partner']),
  ownerId: z.custom<AgentId>((value) => isId('agt', value)).nullable(),
});

@Controller('api')
export class TeamsController {
  constructor(@Inject(Teams) private readonly teams: Teams) {}

  @Get('teams')
  @Allow('conversation.read')
  async list(@CurrentAgent() agent: AgentPrincipal): Promise<{ teams: readonly Team[] }> {
    return { teams: await this.teams.list(agent.workspaceId) };
  }

  @Put('teams/:key')
  @Allow('agent.manage')
  async save(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Team> {
    return this.teams.save(agent, { key: named(teamKey, key), ...parseBody(team, body) });
  }

  @Get('accounts')
  @Allow('agent.manage')
  async listAccounts(@CurrentAgent() agent: AgentPrincipal): Promise<{ accounts: readonly Account[] }> {
    return { accounts: await this.teams.listAccounts(agent.workspaceId) };
  }

  @Put('accounts/:domain')
  @Allow('agent.manage')
  async saveAccount(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('domain') name: string,
    @Body() body: unknown,
  ): Promise<Account> {
    return this.teams.saveAccount(agent, { domain: named(domain, name), ...parseBody(account, body) });
  }
}

/** A name in a path that has not the form of one names nothing. */
function named(schema: z.ZodType<string>, value: string): string {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new UserError('not_found');
  return parsed.data;
}
