import type { LeadFate, LeadLedger, LeadLedgerEntry, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import { classifyLead } from '../core/classify-lead.js';
import { qualificationWords } from '../core/words/qualification-words.js';
import { Playbooks } from '../playbook/playbooks.service.js';
import { LeadLedgerRepository } from './lead-ledger.repository.js';

/** Conversations that one reading of the ledger looks at. */
const MOST = 500;

/** Proves that no lead is lost, or lists those that are, with the words in which they were given. */
@Injectable()
export class LeadLedgers {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(LeadLedgerRepository) private readonly repository: LeadLedgerRepository,
  ) {}

  async read(workspaceId: WorkspaceId, fate: LeadFate): Promise<LeadLedger> {
    const { slots, deskLanguage } = (await this.playbooks.current(workspaceId)).playbook;
    const words = qualificationWords(deskLanguage).ledger;
    const contact = slots.filter(({ kind }) => kind === 'email' || kind === 'phone').map(({ key }) => key);
    const found = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.conversationsWithContact(tx, workspaceId, contact, MOST),
    );
    const counts: Record<LeadFate, number> = { captured: 0, declined: 0, explained: 0, lost: 0 };
    const entries: LeadLedgerEntry[] = [];
    for (const { id, lastAt } of found) {
      const classified = classifyLead(await this.conversations.readLog(workspaceId, id), slots, words);
      if (classified === null) continue;
      counts[classified.fate] += 1;
      if (classified.fate !== fate) continue;
      entries.push({ conversationId: id, ...classified, lastAt: new Date(lastAt).toISOString() });
    }
    return { counts, entries };
  }
}
