import { type Bundle, type InboxRow, isId } from '@baton/shared-types';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Bundles } from './bundles.service.js';
import { Inbox } from './inbox.service.js';

const listQuery = z.strictObject({
  status: z.enum(['open', 'closed']).default('open'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

@Controller('api/conversations')
export class ConversationsController {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(Bundles) private readonly bundles: Bundles,
  ) {}

  @Get()
  @Allow('conversation.read')
  async list(
    @CurrentAgent() agent: AgentPrincipal,
    @Query() query: unknown,
  ): Promise<{ rows: readonly InboxRow[] }> {
    const { status, limit } = parseBody(listQuery, query);
    return { rows: await this.inbox.list(agent, status, limit) };
  }

  @Get(':id/bundle')
  @Allow('conversation.read')
  async bundle(@CurrentAgent() agent: AgentPrincipal, @Param('id') id: string): Promise<Bundle> {
    if (!isId('cnv', id)) throw new UserError('not_found');
    return this.bundles.get(agent.workspaceId, id);
  }
}
