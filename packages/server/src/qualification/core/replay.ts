import type { DecisionRecord, LogEvent } from '@baton/shared-types';
import { decideTurn } from './decide-turn.js';
import { hearCandidates } from './hear-candidates.js';
import { findDecision } from './history.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';

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
  const prefix = log.filter((event) => event.seq <= inputs.headSeq);
  // A second decision of the same turn is the one about what the model found.
  const first = findDecision(prefix, turnId);
  if (first === null) return decideTurn({ log: prefix, turnId, inputs }, compiled).record;
  const heard = { log: prefix, headSeq: inputs.headSeq, first, candidates: inputs.modelCandidates };
  return hearCandidates(heard, compiled).record;
}
