import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import type { ChatTurn, ModelUsage } from '../../llm/index.js';
import type { DecidedTurn } from './turn.js';
import { TurnFactsRepository } from './turn-facts.repository.js';

/** Characters of one token, where the endpoint does not count. On the low side, so that a budget holds. */
const CHARACTERS_PER_TOKEN = 3;

/** Books what a conversation uses of its model budget. */
@Injectable()
export class ModelUsageMeter {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(TurnFactsRepository) private readonly facts: TurnFactsRepository,
  ) {}

  /** Books one call. `usage` is null where the call failed; then the texts are counted. */
  async add(
    turn: Pick<DecidedTurn, 'workspaceId' | 'conversationId'>,
    prompt: readonly ChatTurn[],
    written: string,
    usage: ModelUsage | null,
  ): Promise<void> {
    const sent = prompt.reduce((sum, { text }) => sum + text.length, 0);
    const input = usage?.inputTokens ?? Math.ceil(sent / CHARACTERS_PER_TOKEN);
    const output = usage?.outputTokens ?? Math.ceil(written.length / CHARACTERS_PER_TOKEN);
    const tokens = Math.min(1_000_000, Math.max(0, Math.trunc(input + output)));
    await this.unitOfWork.inWorkspace(turn.workspaceId, (tx) =>
      this.facts.addTokens(tx, turn.workspaceId, turn.conversationId, tokens),
    );
  }
}
