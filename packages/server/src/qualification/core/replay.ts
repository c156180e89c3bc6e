import type { DecisionRecord, LogEvent, TurnId } from '@baton/shared-types';
import { decideTurn } from './decide-turn.js';
import { hearCandidates } from './hear-candidates.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { wholeLog } from './turn-log.js';

/**
 * Decides again what a record says was decided. With the log it was decided on and the playbook version it
 * names, the result has the same bytes; with another playbook it shows what that one would have decided.
 */
export function replayDecision(
  log: readonly LogEvent[],
  record: DecisionRecord,
  compiled: CompiledPlaybook,
): DecisionRecord {
  const { inputs, turnId } = record;
  const events = log.filter((event) => event.seq <= inputs.headSeq);
  const prefix = wholeLog(events);
  // A second decision of the same turn is the one about what the model found.
  const first = findDecision(events, turnId);
  if (first === null) return decideTurn({ log: prefix, turnId, inputs }, compiled).record;
  const heard = { log: prefix, headSeq: inputs.headSeq, first, candidates: inputs.modelCandidates };
  return hearCandidates(heard, compiled).record;
}

/** The last decision that was recorded for a turn; null when there is none yet. */
function findDecision(log: readonly LogEvent[], turnId: TurnId): DecisionRecord | null {
  const recorded = log.findLast(
    (event) => event.type === 'decision.recorded' && event.data.decision.turnId === turnId,
  );
  return recorded?.type === 'decision.recorded' ? recorded.data.decision : null;
}
