import { type DecisionInputs, type DecisionRecord, type TurnId, VISITOR_FLAGS } from '@baton/shared-types';
import { contentHash } from '../../kernel/digest.js';
import { dueHandoff } from './due-handoff.js';
import { ruleOnTurn } from './gate/rule-on-turn.js';
import { judgeLead } from './judge-lead.js';
import type { SlotChange } from './memory/merge-candidate.js';
import { mergeUnderstanding } from './memory/merge-understanding.js';
import type { QualificationMemory } from './memory/qualification-memory.js';
import { chooseMove } from './move/choose-move.js';
import { proposeSteps } from './planning/propose-steps.js';
import { repairPlan } from './planning/repair-plan.js';
import { planByLadder } from './planning/scripted-ladder.js';
import type { Situation } from './planning/situation.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { toPolicyFacts } from './policy/to-policy-facts.js';
import { readTurn, turnMessages, type Understand } from './read-turn.js';
import { historyOf, logUpTo, memoryOf, type TurnLog } from './turn-log.js';
import { qualificationWords } from './words/qualification-words.js';

/** What a turn decides: the record, the changes of slots that go with it, and what is held afterwards. */
export interface TurnDecision {
  readonly record: DecisionRecord;
  readonly changes: readonly SlotChange[];
  readonly memory: QualificationMemory;
}

export interface TurnToDecide {
  /** The log up to `inputs.headSeq`; what comes later is not looked at. */
  readonly log: TurnLog;
  readonly turnId: TurnId;
  readonly inputs: DecisionInputs;
}

/**
 * Decides a turn. A pure function of the log, the recorded inputs and a version of the playbook: understand,
 * gate, merge, verdict, plan, move. No model has a part in it.
 */
export function decideTurn(
  { log, turnId, inputs }: TurnToDecide,
  compiled: CompiledPlaybook,
  understand?: Understand,
): TurnDecision {
  const prefix = logUpTo(log, inputs.headSeq);
  const history = historyOf(prefix);
  const { slots, deskLanguage, limits } = compiled.playbook;
  const words = qualificationWords(deskLanguage);
  const held = memoryOf(prefix, slots);
  // A decision that is made again stands on what was read then.
  const understanding =
    inputs.reading ?? readTurn(prefix, inputs, held, { words: words.readings, understand });
  const gate = ruleOnTurn({ veto: inputs.veto, understanding, history, turnLimit: limits.turns }, words.gate);
  const { memory, changes } = mergeUnderstanding(held, understanding, slots);
  const judgement = judgeLead(compiled, memory, understanding, inputs.now);
  const handoff = dueHandoff(judgement.handoffReasons, history, understanding, gate);
  const facts = toPolicyFacts(memory, understanding, inputs.now);
  const situation: Situation = {
    compiled,
    mayAsk: (key) => compiled.policy.askWhen[key]?.(facts) ?? true,
    history,
    memory,
    understanding,
    said: turnMessages(prefix, inputs.messageIds)
      .map((message) => message.text)
      .join('\n'),
    changes,
    gate,
    verdict: judgement.verdict,
    qualification: judgement.qualify.value,
    handoff,
    passages: inputs.passages,
    language: understanding.language,
    planner: inputs.planner,
  };
  const { plan, dropped } =
    inputs.planner === 'on'
      ? repairPlan(proposeSteps(situation), situation)
      : { plan: planByLadder(situation), dropped: [] };
  const { handoffReasons: _, ...judged } = judgement;
  const record = sealRecord({
    turnId,
    playbook: compiled.identity,
    inputs: { ...inputs, reading: understanding },
    language: understanding.language,
    intents: memory.intents,
    flags: VISITOR_FLAGS.filter((flag) => memory.flags[flag]),
    urgency: understanding.urgency,
    sentiment: understanding.sentiment,
    gate,
    ...judged,
    plan,
    dropped,
    move: chooseMove(plan, situation),
    handoff,
  });
  return { record, changes, memory };
}

/** Completes a record with the hash over its canonical JSON. */
export function sealRecord(record: Omit<DecisionRecord, 'hash'>): DecisionRecord {
  return { ...record, hash: contentHash(record) };
}
