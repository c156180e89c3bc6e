import type {
  BackTestDifference,
  ConversationId,
  DecisionRecord,
  LeadOutcome,
  LogEvent,
} from '@baton/shared-types';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { replayDecision } from './replay.js';

/** Two scores this close are the same to people. */
const SAME_SCORE = 0.005;

/**
 * What a draft would have decided in a past conversation, from what was recorded then: the visitor's words, the
 * readings, the model's candidates. Null: nothing would have been different, or nothing was ever decided.
 */
export function backTest(
  conversationId: ConversationId,
  log: readonly LogEvent[],
  draft: CompiledPlaybook,
): BackTestDifference | null {
  const decided = decisionsOf(log);
  const before = outcomeOf(decided);
  const after = outcomeOf(decided.map((record) => replayDecision(log, record, draft)));
  if (before === null || after === null) return null;
  const changed = [
    ...(before.verdict === after.verdict ? [] : ['verdict' as const]),
    ...(before.handoffs.join() === after.handoffs.join() ? [] : ['route' as const]),
    ...(before.tier === after.tier && Math.abs(before.score.value - after.score.value) < SAME_SCORE
      ? []
      : ['score' as const]),
  ];
  return changed.length === 0 ? null : { conversationId, changed, before, after };
}

/** Highest score first; equal ones by id, so that the order is always the same. */
export function byScoreThenId(one: BackTestDifference, other: BackTestDifference): number {
  const byScore = other.after.score.value - one.after.score.value;
  if (byScore !== 0) return byScore;
  return one.conversationId < other.conversationId ? -1 : 1;
}

export function decisionsOf(log: readonly LogEvent[]): readonly DecisionRecord[] {
  return log.flatMap((event) => (event.type === 'decision.recorded' ? [event.data.decision] : []));
}

function outcomeOf(decisions: readonly DecisionRecord[]): LeadOutcome | null {
  const last = decisions.at(-1);
  if (!last) return null;
  return {
    verdict: last.verdict,
    verdictBecause: last.verdictRule?.because ?? null,
    handoffs: [...new Set(decisions.flatMap(({ handoff }) => handoff ?? []))],
    score: last.score,
    tier: last.tier,
  };
}
