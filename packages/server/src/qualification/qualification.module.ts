import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { LeadCard } from './card/lead-card.service.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { Decisions } from './decisions/decisions.service.js';
import { LeadLedgerController } from './ledger/lead-ledger.controller.js';
import { LeadLedgerRepository } from './ledger/lead-ledger.repository.js';
import { LeadLedgers } from './ledger/lead-ledger.service.js';
import { PlaybooksController } from './playbook/playbooks.controller.js';
import { PlaybooksRepository } from './playbook/playbooks.repository.js';
import { Playbooks } from './playbook/playbooks.service.js';
import { StudioController } from './studio/studio.controller.js';
import { StudioRepository } from './studio/studio.repository.js';
import { Studio } from './studio/studio.service.js';
import { ModelListener } from './turn/model-listener.service.js';
import { ModelReply } from './turn/model-reply.service.js';
import { ModelSingleCall } from './turn/model-single-call.service.js';
import { ModelUsageRepository } from './turn/model-usage.repository.js';
import { ModelUsageMeter } from './turn/model-usage-meter.service.js';
import { ReadingWarmUp } from './turn/reading-warm-up.service.js';
import { Speaker } from './turn/speaker.service.js';
import { TurnFactsRepository } from './turn/turn-facts.repository.js';
import { TurnInputs } from './turn/turn-inputs.service.js';
import { TurnLogs } from './turn/turn-logs.service.js';
import { TurnRunner } from './turn/turn-runner.service.js';

/** Needs `TURN_OPTIONS`, `LANGUAGE_MODEL` and `KNOWLEDGE_SEARCH` from its surroundings. */
@Module({
  imports: [ConversationsModule],
  controllers: [PlaybooksController, StudioController, LeadLedgerController, DecisionsController],
  providers: [
    PlaybooksRepository,
    Playbooks,
    StudioRepository,
    Studio,
    LeadLedgerRepository,
    LeadLedgers,
    Decisions,
    TurnFactsRepository,
    ModelUsageRepository,
    ModelUsageMeter,
    ModelReply,
    ModelListener,
    ModelSingleCall,
    Speaker,
    TurnInputs,
    TurnLogs,
    ReadingWarmUp,
    TurnRunner,
    LeadCard,
  ],
  exports: [Playbooks, LeadCard],
})
export class QualificationModule {}
