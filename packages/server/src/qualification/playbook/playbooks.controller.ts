import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../../identity/index.js';
import { parseBody } from '../../kernel/parse-body.js';
import { Studio } from '../studio/studio.service.js';
import type { PlaybookVersion } from './playbooks.repository.js';
import { Playbooks } from './playbooks.service.js';

const draft = z.strictObject({ yaml: z.string().min(1).max(200_000) });

/** The workspace's playbook, to read and to publish. */
@Controller('api/playbooks')
export class PlaybooksController {
  constructor(
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(Studio) private readonly studio: Studio,
  ) {}

  @Get()
  @Allow('playbook.read')
  async read(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
  ): Promise<{ current: PlaybookVersion & { yaml: string }; versions: readonly PlaybookVersion[] }> {
    const current = await this.playbooks.readCurrent(workspaceId);
    return { current, versions: await this.playbooks.list(workspaceId) };
  }

  /**
   * Refused with `playbook_invalid` and `line N: …` for every error, and with `playbook_gate` and a line for every
   * golden conversation that would be decided differently; then nothing has changed.
   */
  @Post()
  @Allow('playbook.publish')
  async publish(
    @CurrentAgent() agent: AgentPrincipal,
    @Body() body: unknown,
  ): Promise<{ version: number; hash: string }> {
    const { identity } = await this.studio.publish(agent.workspaceId, parseBody(draft, body).yaml, agent.id);
    return { version: identity.version, hash: identity.hash };
  }
}
