import type { DecisionInputs, VetoFacts, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { ConversationState } from '../../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import type { PendingTurn } from '../core/pending-turn.js';
import { wantsAnswer } from '../core/planning/scripted-ladder.js';
import type { CompiledPlaybook } from '../core/playbook/compile-playbook.js';
import { questionToSearch } from '../core/question-to-search.js';
import { readTurn } from '../core/read-turn.js';
import { headOf, historyOf, memoryOf, type TurnLog } from '../core/turn-log.js';
import { qualificationWords } from '../core/words/qualification-words.js';
import { KNOWLEDGE_SEARCH, type KnowledgeSearch } from '../knowledge-search.port.js';
import { ModelUsageRepository, type TokensUsed } from './model-usage.repository.js';
import { TurnFactsRepository } from './turn-facts.repository.js';
import { TURN_OPTIONS, type TurnOptions } from './turn-options.js';

const PASSAGES = 5;

export interface TurnToGather {
  readonly workspaceId: WorkspaceId;
  readonly state: ConversationState;
  readonly log: TurnLog;
  readonly pending: PendingTurn;
  readonly compiled: CompiledPlaybook;
}

/** Gathers everything that a decision stands on besides the log; recorded with it, so that it replays. */
@Injectable()
export class TurnInputs {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
    @Inject(KNOWLEDGE_SEARCH) private readonly knowledge: KnowledgeSearch,
    @Inject(TurnFactsRepository) private readonly facts: TurnFactsRepository,
    @Inject(ModelUsageRepository) private readonly usage: ModelUsageRepository,
  ) {}

  async gather({ workspaceId, state, log, pending, compiled }: TurnToGather): Promise<DecisionInputs> {
    const now = this.clock.now();
    const memory = memoryOf(log, compiled.playbook.slots);
    const read = {
      messageIds: pending.messageIds,
      asked: memory.asked,
      now: now.toISOString(),
      timeZone: state.timeZone,
    };
    const { readings: words } = qualificationWords(compiled.playbook.deskLanguage);
    const reading = readTurn(log, read, memory, { words });
    const isAsked = wantsAnswer(reading) && state.owner.kind === 'assistant';
    // Neither needs the other's answer.
    const [[facts, used], passages] = await Promise.all([
      this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
        Promise.all([this.facts.read(tx, workspaceId, state), this.usage.used(tx, workspaceId, state, now)]),
      ),
      isAsked ? this.search(workspaceId, log, pending, reading.language) : null,
    ]);
    const inputs: DecisionInputs = {
      ...read,
      headSeq: headOf(log),
      veto: {
        automationPaused: facts.automationPaused || historyOf(log).isPaused,
        doNotContact: facts.doNotContact || memory.flags.optOut,
        humanOwns: state.owner.kind === 'agent',
        turnsTaken: memory.turnsTaken,
        ...budgetFacts(used, compiled),
      },
      modelCandidates: [],
      passages: passages ?? [],
      planner: this.options.planner ? 'on' : 'off',
    };
    return { ...inputs, reading };
  }

  private search(
    workspaceId: WorkspaceId,
    log: TurnLog,
    pending: PendingTurn,
    language: string,
  ): ReturnType<KnowledgeSearch['search']> {
    const before = historyOf(log).visitorTexts.filter(({ id }) => !pending.messageIds.includes(id));
    const question = questionToSearch(
      pending.messages.map(({ text }) => text),
      before.map(({ text }) => text),
    );
    return this.knowledge.search(workspaceId, question, language, PASSAGES);
  }
}

function budgetFacts(
  used: TokensUsed,
  { playbook }: CompiledPlaybook,
): Pick<VetoFacts, 'modelBudgetSpent' | 'spentBudget'> {
  const { limits } = playbook;
  if (used.conversation >= limits.modelTokens) return { modelBudgetSpent: true, spentBudget: 'conversation' };
  if (used.visitorToday >= limits.visitorTokensPerDay)
    return { modelBudgetSpent: true, spentBudget: 'visitor_day' };
  if (used.workspaceToday >= limits.workspaceTokensPerDay)
    return { modelBudgetSpent: true, spentBudget: 'workspace_day' };
  return { modelBudgetSpent: false };
}
