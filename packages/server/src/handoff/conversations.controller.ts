import { type InboxRow, isId } from '@baton/shared-types';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { canonicalJson } from '../kernel/digest.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Bundles } from './bundles.service.js';
import { Inbox } from './inbox.service.js';

const listQuery = z.strictObject({
  status: z.enum(['open', 'closed']).default('open'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  /** `lastAt,id` of the last row that the reader has. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z,cnv_[0-9a-z]{26}$/, 'is not a place in this list')
    .transform((text) => {
      const [lastAt = '', id] = text.split(',');
      return isId('cnv', id) ? { lastAt, id } : undefined;
    })
    .optional(),
});

const bundleQuery = z.strictObject({
  at: z.coerce.number().int().min(1).max(2_147_483_647).nullable().default(null),
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
    return { rows: await this.inbox.list(agent, parseBody(listQuery, query)) };
  }

  @Get(':id/bundle')
  @Allow('conversation.read')
  @Header('content-type', 'application/json; charset=utf-8')
  async bundle(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<string> {
    if (!isId('cnv', id)) throw new UserError('not_found');
    const { at } = parseBody(bundleQuery, query);
    // Canonical: the same bytes as in the event and on the socket, so that anybody can check the hash.
    return canonicalJson(await this.bundles.get(agent.workspaceId, id, at));
  }
}
