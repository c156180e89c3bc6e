import type {
  BackTest,
  GoldenConversation,
  GoldenResult,
  PlaybookDraft,
  PlaybookProblemAt,
  PlaybookVocabulary,
  SimulatedTurn,
} from '@baton/shared-types';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../../identity/index.js';
import { UserError } from '../../kernel/errors.js';
import { parseBody } from '../../kernel/parse-body.js';
import type { PlaybookVersion } from '../playbook/playbooks.repository.js';
import { Playbooks } from '../playbook/playbooks.service.js';
import { goldenSetSchema } from './golden-set.schema.js';
import { playbookVocabulary } from './playbook-vocabulary.js';
import { Studio } from './studio.service.js';

const yaml = z.string().min(1).max(200_000);
const text = z.strictObject({ yaml });
const draft = z.strictObject({ yaml, revision: z.int().min(0) });
const simulation = z.strictObject({
  yaml,
  lines: z.array(z.string().min(1).max(4_000)).min(1).max(40),
  locale: z.string().max(35).default('en'),
  timeZone: z
    .literal('UTC')
    .or(z.string().regex(/^[A-Za-z]+\/[A-Za-z_/-]+$/))
    .default('UTC'),
});
const past = z.strictObject({ yaml, conversations: z.int().min(1).max(500).default(100) });

/** The playbook studio: drafts, trying, proving, going back. Publishing is `POST /api/playbooks`. */
@Controller('api/playbooks')
export class StudioController {
  constructor(
    @Inject(Studio) private readonly studio: Studio,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  @Get('versions/:version')
  @Allow('playbook.read')
  readVersion(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Param('version') version: string,
  ): Promise<PlaybookVersion & { yaml: string }> {
    return this.playbooks.readVersion(workspaceId, versionFrom(version));
  }

  @Post('versions/:version/restore')
  @Allow('playbook.publish')
  async restore(
    @CurrentAgent() agent: AgentPrincipal,
    @Param('version') version: string,
  ): Promise<{ version: number; hash: string }> {
    const { identity } = await this.playbooks.restore(agent.workspaceId, versionFrom(version), agent.id);
    return { version: identity.version, hash: identity.hash };
  }

  @Get('draft')
  @Allow('playbook.publish')
  readDraft(@CurrentAgent() { workspaceId }: AgentPrincipal): Promise<PlaybookDraft> {
    return this.studio.readDraft(workspaceId);
  }

  @Put('draft')
  @Allow('playbook.publish')
  saveDraft(@CurrentAgent() agent: AgentPrincipal, @Body() body: unknown): Promise<PlaybookDraft> {
    return this.studio.saveDraft(agent.workspaceId, parseBody(draft, body), agent.id);
  }

  @Delete('draft')
  @HttpCode(204)
  @Allow('playbook.publish')
  discardDraft(@CurrentAgent() { workspaceId }: AgentPrincipal): Promise<void> {
    return this.studio.discardDraft(workspaceId);
  }

  @Get('vocabulary')
  @Allow('playbook.read')
  vocabulary(): PlaybookVocabulary {
    return playbookVocabulary();
  }

  @Post('validate')
  @HttpCode(200)
  @Allow('playbook.publish')
  async validate(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Body() body: unknown,
  ): Promise<{ problems: readonly PlaybookProblemAt[] }> {
    return { problems: await this.studio.validate(workspaceId, parseBody(text, body).yaml) };
  }

  @Post('simulate')
  @HttpCode(200)
  @Allow('playbook.publish')
  async simulate(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Body() body: unknown,
  ): Promise<{ turns: readonly SimulatedTurn[] }> {
    const asked = parseBody(simulation, body);
    return { turns: await this.studio.simulate(workspaceId, asked.yaml, asked) };
  }

  @Get('golden')
  @Allow('playbook.read')
  async golden(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
  ): Promise<{ conversations: readonly GoldenConversation[] }> {
    return { conversations: await this.studio.golden(workspaceId) };
  }

  @Put('golden')
  @HttpCode(204)
  @Allow('playbook.publish')
  saveGolden(@CurrentAgent() agent: AgentPrincipal, @Body() body: unknown): Promise<void> {
    const { conversations } = parseBody(goldenSetSchema, body);
    return this.studio.saveGolden(agent.workspaceId, conversations, agent.id);
  }

  @Post('golden/run')
  @HttpCode(200)
  @Allow('playbook.publish')
  async runGolden(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Body() body: unknown,
  ): Promise<{ results: readonly GoldenResult[] }> {
    return { results: await this.studio.runGolden(workspaceId, parseBody(text, body).yaml) };
  }

  @Post('backtest')
  @HttpCode(200)
  @Allow('playbook.publish')
  backTest(@CurrentAgent() { workspaceId }: AgentPrincipal, @Body() body: unknown): Promise<BackTest> {
    const asked = parseBody(past, body);
    return this.studio.backTest(workspaceId, asked.yaml, asked.conversations);
  }
}

function versionFrom(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UserError('not_found');
  return Number(text);
}
