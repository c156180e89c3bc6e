import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { FACTS_VERSION, foldFacts, NO_FACTS } from './core/fold-facts.js';
import { FactsRepository } from './facts.repository.js';

/** Conversations per transaction. */
const BATCH = 100;

/** Keeps the facts of every conversation as new as its log, when somebody asks. */
@Injectable()
export class Facts {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(FactsRepository) private readonly repository: FactsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads what is new, for at most `ms`; answers how many conversations are still behind. */
  async catchUp(workspaceId: WorkspaceId, ms: number): Promise<number> {
    const until = this.clock.now().getTime() + ms;
    for (;;) {
      const read = await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
        await this.repository.lock(tx, workspaceId);
        const behind = await this.repository.listBehind(tx, workspaceId, FACTS_VERSION, BATCH);
        for (const { conversationId, head, readTo, facts } of behind) {
          const events = await this.repository.eventsAfter(tx, workspaceId, conversationId, readTo);
          const folded = events.reduce(foldFacts, facts ?? NO_FACTS);
          await this.repository.save(tx, workspaceId, {
            conversationId,
            head,
            version: FACTS_VERSION,
            facts: folded,
          });
        }
        return behind.length;
      });
      if (read < BATCH) return 0;
      if (this.clock.now().getTime() >= until) break;
    }
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.countBehind(tx, workspaceId, FACTS_VERSION),
    );
  }
}
