import {
  applyEvent,
  type ConversationId,
  emptyView,
  INTENTS,
  isId,
  type MessageId,
  type RoutingFacts,
  type RoutingRecord,
} from '@baton/shared-types';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { AuditTrail, type ChainedLine } from '../audit/index.js';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Playbooks } from '../qualification/index.js';
import { Bundles } from './bundles.service.js';
import { type Explanation, explain, type Subject } from './core/explain.js';
import { deskOf } from './core/words/desk.js';
import { Router } from './router.service.js';

const text = z.string().max(300).default('');
const facts: z.ZodType<RoutingFacts> = z.strictObject({
  reason: z.enum(['qualified', 'human_request', 'complaint', 'automation_paused', '']).default(''),
  verdict: z.enum(['qualified', 'needs_review', 'disqualified', '']).default(''),
  tier: z.enum(['A', 'B', 'C', 'D', '']).default(''),
  score: z.number().min(0).max(1).default(0),
  intents: z.array(z.enum(INTENTS)).max(INTENTS.length).default([]),
  known: z.array(z.string().max(40)).max(50).default([]),
  slots: z.record(z.string().max(40), z.string().max(300)).default({}),
  team_size: z.number().nullable().default(null),
  urgency: z.enum(['low', 'normal', 'high']).default('normal'),
  sentiment: z.enum(['negative', 'neutral', 'positive']).default('neutral'),
  language: z.string().max(10).default('en'),
  country: text,
  page: text,
  source: text,
  campaign: text,
  site: text,
  customer_status: text,
  account_owner: text,
  open_teams: z.array(z.string().max(40)).max(100).default([]),
});
const dryRun = z.union([
  z.strictObject({ conversationId: z.custom<ConversationId>((value) => isId('cnv', value)) }),
  z.strictObject({ facts }),
]);
const about = z.strictObject({
  about: z
    .string()
    .max(100)
    .regex(/^(?:score|verdict|route|slot:[a-z][a-z0-9_]{0,39}|reply:msg_[0-9a-z]{26})$/),
});
const page = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Where a lead would go, and why things are as they are. */
@Controller('api')
export class RoutingController {
  constructor(
    @Inject(Router) private readonly router: Router,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Bundles) private readonly bundles: Bundles,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  @Post('routing/dry-run')
  @HttpCode(200)
  @Allow('playbook.read')
  async dryRun(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Body() body: unknown,
  ): Promise<RoutingRecord> {
    const asked = parseBody(dryRun, body);
    if ('facts' in asked) return (await this.router.routeFacts(workspaceId, asked.facts)).routing;
    const { siteId, visitorId } = await this.conversations.getState(workspaceId, asked.conversationId);
    const log = await this.conversations.readLog(workspaceId, asked.conversationId);
    return (await this.router.route(workspaceId, { log, siteId, visitorId, waiting: null })).routing;
  }

  @Get('conversations/:id/why')
  @Allow('conversation.read')
  async why(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Explanation> {
    if (!isId('cnv', id)) throw new UserError('not_found');
    const subject = toSubject(parseBody(about, query).about);
    const log = await this.conversations.readLog(workspaceId, id);
    const view = log.reduce(applyEvent, emptyView(id));
    const bundle = await this.bundles.get(workspaceId, id);
    const { playbook } = await this.playbooks.current(workspaceId);
    const explanation = explain({ view, bundle, desk: deskOf(playbook) }, subject);
    if (!explanation) throw new UserError('not_found');
    return explanation;
  }

  @Get('audit')
  @Allow('audit.read')
  async listAudit(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Query() query: unknown,
  ): Promise<{ lines: readonly ChainedLine[] }> {
    const { after, limit } = parseBody(page, query);
    return { lines: await this.audit.list(workspaceId, after, limit) };
  }

  @Get('audit/verify')
  @Allow('audit.read')
  async verifyAudit(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
  ): Promise<{ lines: number; brokenAt: number | null }> {
    return this.audit.verify(workspaceId);
  }
}

function toSubject(text: string): Subject {
  const [kind, rest = ''] = text.split(':');
  if (kind === 'slot') return { kind, key: rest };
  if (kind === 'reply') return { kind, messageId: rest as MessageId };
  return { kind: kind === 'score' ? 'score' : kind === 'route' ? 'route' : 'verdict' };
}
