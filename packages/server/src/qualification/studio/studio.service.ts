import { readFile } from 'node:fs/promises';
import type {
  AgentId,
  BackTest,
  GoldenConversation,
  GoldenResult,
  LogEvent,
  PlaybookDraft,
  PlaybookId,
  PlaybookProblemAt,
  SimulatedTurn,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations } from '../../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { UserError } from '../../kernel/errors.js';
import { backTest, byScoreThenId, decisionsOf } from '../core/back-test.js';
import { wantsAnswer } from '../core/planning/scripted-ladder.js';
import type { CompiledPlaybook } from '../core/playbook/compile-playbook.js';
import { questionToSearch } from '../core/question-to-search.js';
import { readTurn } from '../core/read-turn.js';
import { recallMemory } from '../core/recall-memory.js';
import { runGolden } from '../core/run-golden.js';
import {
  beginSimulation,
  type SimulationClock,
  simulatedInputs,
  simulateLine,
  simulateTurn,
} from '../core/simulate-turn.js';
import { wholeLog } from '../core/turn-log.js';
import { qualificationWords } from '../core/words/qualification-words.js';
import { KNOWLEDGE_SEARCH, type KnowledgeSearch } from '../knowledge-search.port.js';
import { readPlaybook } from '../playbook/parse-playbook.js';
import { Playbooks } from '../playbook/playbooks.service.js';
import { StudioRepository } from './studio.repository.js';

const DEFAULT_GOLDEN = new URL('../../../playbooks/golden.json', import.meta.url);
const DRAFT = { id: `pbk_${'0'.repeat(26)}` as PlaybookId, version: 0 };
const PASSAGES = 5;

/** Where a playbook is written, tried, proven and published. */
@Injectable()
export class Studio {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(KNOWLEDGE_SEARCH) private readonly knowledge: KnowledgeSearch,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(StudioRepository) private readonly repository: StudioRepository,
  ) {}

  async readDraft(workspaceId: WorkspaceId): Promise<PlaybookDraft> {
    const stored = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.findDraft(tx, workspaceId),
    );
    const { yaml, revision } = stored ?? {
      yaml: (await this.playbooks.readCurrent(workspaceId)).yaml,
      revision: 0,
    };
    return { yaml, revision, problems: await this.validate(workspaceId, yaml) };
  }

  /** Saves also what is invalid: work in progress is. `draft_changed` when somebody else has saved meanwhile. */
  async saveDraft(
    workspaceId: WorkspaceId,
    draft: { readonly yaml: string; readonly revision: number },
    by: AgentId,
  ): Promise<PlaybookDraft> {
    const saved = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.saveDraft(tx, workspaceId, draft, { by, at: this.clock.now() }),
    );
    if (!saved) throw new UserError('draft_changed');
    const problems = await this.validate(workspaceId, draft.yaml);
    return { yaml: draft.yaml, revision: draft.revision + 1, problems };
  }

  /** Forgets the work in progress: the draft is the current text again. */
  async discardDraft(workspaceId: WorkspaceId): Promise<void> {
    await this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.dropDraft(tx, workspaceId));
  }

  /** Everything that is wrong with a text, at its place; empty when it can be published. */
  async validate(workspaceId: WorkspaceId, yaml: string): Promise<readonly PlaybookProblemAt[]> {
    const read = readPlaybook(yaml, DRAFT, await this.playbooks.knownTeams(workspaceId));
    return read.ok ? [] : read.error;
  }

  /** The workspace's golden conversations; those of the default playbook until it has its own. */
  async golden(workspaceId: WorkspaceId): Promise<readonly GoldenConversation[]> {
    const own = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.findGolden(tx, workspaceId),
    );
    if (own) return own;
    const shipped: readonly GoldenConversation[] = JSON.parse(await readFile(DEFAULT_GOLDEN, 'utf8'));
    return shipped;
  }

  async saveGolden(
    workspaceId: WorkspaceId,
    conversations: readonly GoldenConversation[],
    by: AgentId,
  ): Promise<void> {
    await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.saveGolden(tx, workspaceId, conversations, { by, at: this.clock.now() }),
    );
  }

  async runGolden(workspaceId: WorkspaceId, yaml: string): Promise<readonly GoldenResult[]> {
    return runGolden(await this.golden(workspaceId), compile(yaml));
  }

  /** Makes a text the current playbook, unless a golden conversation would be decided differently. */
  async publish(workspaceId: WorkspaceId, yaml: string, by: AgentId): Promise<CompiledPlaybook> {
    const failed = (await this.runGolden(workspaceId, yaml)).filter(({ passed }) => !passed);
    if (failed.length > 0) {
      const details = failed.map(({ name, differences }) => `${name}: ${differences.join('; ')}`);
      throw new UserError('playbook_gate', details);
    }
    const published = await this.playbooks.publish(workspaceId, yaml, by);
    await this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.dropDraft(tx, workspaceId));
    return published;
  }

  /** One line after the other, each with the decision that explains what is said. */
  async simulate(
    workspaceId: WorkspaceId,
    yaml: string,
    { lines, locale, timeZone }: { lines: readonly string[]; locale: string; timeZone: string },
  ): Promise<readonly SimulatedTurn[]> {
    const compiled = compile(yaml);
    const clock = { now: this.clock.now().toISOString(), timeZone };
    const turns: SimulatedTurn[] = [];
    let log = beginSimulation(locale, clock);
    for (const said of lines) {
      log = simulateLine(log, said, clock);
      const passages = await this.passagesFor(workspaceId, log, compiled, clock);
      const turn = simulateTurn(log, compiled, clock, passages);
      if (turn === null) continue;
      log = turn.log;
      turns.push({ said, reply: turn.reply, decision: turn.decision });
    }
    return turns;
  }

  /** Which of the latest conversations a text would have decided differently. */
  async backTest(workspaceId: WorkspaceId, yaml: string, limit: number): Promise<BackTest> {
    const compiled = compile(yaml);
    const ids = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.latestConversations(tx, workspaceId, limit),
    );
    const differences = [];
    let looked = 0;
    for (const id of ids) {
      const log = await this.conversations.readLog(workspaceId, id);
      if (decisionsOf(log).length === 0) continue;
      looked += 1;
      const difference = backTest(id, log, compiled);
      if (difference) differences.push(difference);
    }
    return {
      conversations: looked,
      unchanged: looked - differences.length,
      differences: differences.sort(byScoreThenId),
    };
  }

  private async passagesFor(
    workspaceId: WorkspaceId,
    log: readonly LogEvent[],
    compiled: CompiledPlaybook,
    clock: SimulationClock,
  ) {
    const lines = log.flatMap((event) =>
      event.type === 'message.sent' && event.actor.kind === 'visitor' ? [event.data] : [],
    );
    const last = lines.at(-1);
    if (!last) return [];
    const inputs = simulatedInputs(log, compiled, clock, [last.messageId]);
    const { slots, deskLanguage } = compiled.playbook;
    const { readings: words } = qualificationWords(deskLanguage);
    const reading = readTurn(wholeLog(log), inputs, recallMemory(log, slots), { words });
    if (!wantsAnswer(reading)) return [];
    const question = questionToSearch(
      [last.text],
      lines.slice(0, -1).map(({ text }) => text),
    );
    return this.knowledge.search(workspaceId, question, reading.language, PASSAGES);
  }
}

/** `playbook_invalid` with every error, as when publishing. */
function compile(yaml: string): CompiledPlaybook {
  const read = readPlaybook(yaml, DRAFT);
  if (read.ok) return read.value;
  const details = read.error.map(({ line, path, message }) =>
    path === '' ? `line ${line}: ${message}` : `line ${line}: ${path}: ${message}`,
  );
  throw new UserError('playbook_invalid', details);
}
