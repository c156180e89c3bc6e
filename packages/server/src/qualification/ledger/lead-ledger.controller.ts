import type { LeadLedger } from '@baton/shared-types';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { type AgentPrincipal, Allow, CurrentAgent } from '../../identity/index.js';
import { parseBody } from '../../kernel/parse-body.js';
import { LeadLedgers } from './lead-ledger.service.js';

const wanted = z.object({ fate: z.enum(['captured', 'declined', 'explained', 'lost']).default('lost') });

@Controller('api/lead-ledger')
export class LeadLedgerController {
  constructor(@Inject(LeadLedgers) private readonly ledgers: LeadLedgers) {}

  /** Conversations in which a contact detail appeared, by what became of it; `lost` unless asked otherwise. */
  @Get()
  @Allow('conversation.read')
  read(@CurrentAgent() { workspaceId }: AgentPrincipal, @Query() query: unknown): Promise<LeadLedger> {
    return this.ledgers.read(workspaceId, parseBody(wanted, query).fate);
  }
}
