import { isId, type SiteId } from '@baton/shared-types';
import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Allow, CurrentAgent } from './access.guard.js';
import { IdentityKeys, type IdentitySettings } from './identity-keys.service.js';
import type { AgentPrincipal } from './principals.js';

const change = z.strictObject({
  enforced: z.boolean().optional(),
  retire: z.string().max(40).optional(),
});
const newKey = z.discriminatedUnion('algorithm', [
  z.strictObject({ algorithm: z.literal('HS256') }),
  z.strictObject({ algorithm: z.enum(['RS256', 'ES256']), publicKey: z.string().max(4_000) }),
]);

/** How a site's owner proves who their visitors are. */
@Controller('api/sites')
export class SiteIdentityController {
  constructor(@Inject(IdentityKeys) private readonly keys: IdentityKeys) {}

  @Get(':id/identity')
  @Allow('site.manage')
  async read(@CurrentAgent() agent: AgentPrincipal, @Param('id') id: string): Promise<IdentitySettings> {
    return this.keys.read(agent.workspaceId, siteId(id));
  }

  @Patch(':id/identity')
  @Allow('site.manage')
  async change(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<IdentitySettings> {
    return this.keys.change(agent.workspaceId, siteId(id), parseBody(change, body));
  }

  /** With HS256 the answer carries the secret: the only time that it is shown. */
  @Post(':id/identity/keys')
  @Allow('site.manage')
  async add(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<{ readonly kid: string; readonly secret?: string }> {
    const key = parseBody(newKey, body);
    return key.algorithm === 'HS256'
      ? this.keys.createSecret(agent.workspaceId, siteId(id))
      : this.keys.addPublicKey(agent.workspaceId, siteId(id), key.algorithm, key.publicKey);
  }
}

function siteId(id: string): SiteId {
  if (!isId('sit', id)) throw new UserError('not_found');
  return id;
}
