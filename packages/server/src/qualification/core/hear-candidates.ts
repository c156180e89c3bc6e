import type { DecisionRecord, Move, SlotCandidate } from '@baton/shared-types';
import { sealRecord, type TurnDecision } from './decide-turn.js';
import { dueHandoff } from './due-handoff.js';
import { judgeLead } from './judge-lead.js';
import { mergeCandidates } from './memory/merge-understanding.js';
import { chooseMove } from './move/choose-move.js';
import { planByLadder } from './planning/scripted-ladder.js';
import type { Situation } from './planning/situation.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { toPolicyFacts } from './policy/to-policy-facts.js';
import { readTurn, turnMessages } from './read-turn.js';
import { historyOf, logUpTo, memoryOf, type TurnLog } from './turn-log.js';
import { isTrueEvidence } from './understanding/spans.js';
import { qualificationWords } from './words/qualification-words.js';

export interface HeardCandidates {
  /** The log up to `headSeq`, the turn's first decision included. */
  readonly log: TurnLog;
  readonly headSeq: number;
  /** The decision that the running move comes from. */
  readonly first: DecisionRecord;
  readonly candidates: readonly SlotCandidate[];
}

/**
 * Decides what the model's findings change, beside the running move. They fill slots under the same span
 * check, and so may lead to a handoff or to another last question; the rest of the move stays as it is.
 */
export function hearCandidates(
  { log, headSeq, first, candidates }: HeardCandidates,
  compiled: CompiledPlaybook,
): TurnDecision {
  const prefix = logUpTo(log, headSeq);
  const history = historyOf(prefix);
  const held = memoryOf(prefix, compiled.playbook.slots);
  const spoken = turnMessages(prefix, first.inputs.messageIds);
  const proven = candidates.filter(
    ({ evidence }) => evidence.length > 0 && evidence.every((each) => isTrueEvidence(spoken, each)),
  );
  const merged = mergeCandidates({ ...held, asked: first.inputs.asked }, proven, compiled.playbook.slots);
  // Understood in the first decision already; here it only says whether a wish for a person is new.
  const words = qualificationWords(compiled.playbook.deskLanguage).readings;
  const understanding = first.inputs.reading ?? readTurn(prefix, first.inputs, held, { words });
  const judgement = judgeLead(compiled, merged.memory, first, first.inputs.now);
  const { handoffReasons, ...judged } = judgement;
  const called = first.handoff !== null || first.gate.outcome === 'stop';
  const handoff = called ? null : dueHandoff(handoffReasons, history, understanding, first.gate);
  const facts = toPolicyFacts(merged.memory, first, first.inputs.now);
  const situation: Situation = {
    compiled,
    mayAsk: (key) => compiled.policy.askWhen[key]?.(facts) ?? true,
    history,
    memory: merged.memory,
    understanding,
    said: '',
    changes: merged.changes,
    gate: first.gate,
    verdict: judgement.verdict,
    qualification: judgement.qualify.value,
    handoff,
    passages: [],
    language: first.language,
    planner: first.inputs.planner,
  };
  const record = sealRecord({
    ...withoutHash(first),
    ...judged,
    inputs: { ...first.inputs, headSeq, modelCandidates: proven },
    playbook: compiled.identity,
    move: withEnding(first.move, situation),
    handoff,
  });
  return { record, changes: merged.changes, memory: merged.memory };
}

/** The running move with its last question replaced, where what it asks has been learnt or a person is called. */
function withEnding(move: Move | null, situation: Situation): Move | null {
  if (move === null || move.slot === null) return move;
  const state = situation.memory.slots[move.slot]?.state;
  const obsolete = move.step === 'ask' && state !== 'empty';
  if (!obsolete && situation.handoff === null) return move;
  const ending = chooseMove(planByLadder(situation).slice(-1), situation);
  return {
    ...move,
    step: ending?.step ?? move.step,
    slot: ending?.slot ?? null,
    sentences: [...move.sentences.slice(0, -1), ...(ending?.sentences ?? [])],
    quickReplies: ending?.quickReplies ?? [],
  };
}

function withoutHash({ hash: _, ...record }: DecisionRecord): Omit<DecisionRecord, 'hash'> {
  return record;
}
