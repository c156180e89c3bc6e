import { isId, type Snippet, type SnippetId } from '@baton/shared-types';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Snippets } from './snippets.service.js';

const content = z.strictObject({
  shortcut: z
    .string()
    .regex(
      /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}_-]{0,23}$/u,
      'must be 1 to 24 lower-case letters, digits, - or _',
    ),
  title: z.string().trim().min(1).max(80),
  text: z.string().trim().min(1).max(4_000),
});

@Controller('api/snippets')
export class SnippetsController {
  constructor(@Inject(Snippets) private readonly snippets: Snippets) {}

  @Get()
  @Allow('snippet.use')
  async list(@CurrentAgent() agent: AgentPrincipal): Promise<{ snippets: readonly Snippet[] }> {
    return { snippets: await this.snippets.list(agent.workspaceId) };
  }

  @Post()
  @Allow('snippet.manage')
  add(@CurrentAgent() agent: AgentPrincipal, @Body() body: unknown): Promise<Snippet> {
    return this.snippets.add(agent, parseBody(content, body));
  }

  @Put(':id')
  @Allow('snippet.manage')
  change(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Snippet> {
    return this.snippets.change(agent, snippetId(id), parseBody(content, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('snippet.manage')
  remove(@CurrentAgent() agent: AgentPrincipal, @Param('id') id: string): Promise<void> {
    return this.snippets.remove(agent.workspaceId, snippetId(id));
  }
}

function snippetId(id: string): SnippetId {
  if (!isId('snp', id)) throw new UserError('not_found');
  return id;
}
