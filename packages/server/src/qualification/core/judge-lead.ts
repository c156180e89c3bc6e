import type { DecisionRecord, HandoffReason, SlotKey } from '@baton/shared-types';
import type { QualificationMemory } from './memory/qualification-memory.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { labelOf } from './playbook/localize.js';
import { assessOpportunity, assessQualification } from './policy/assess-lead.js';
import { decideVerdict, listHandoffReasons } from './policy/decide-verdict.js';
import { scoreLead, tierOf } from './policy/score-lead.js';
import { toPolicyFacts } from './policy/to-policy-facts.js';
import type { Understanding } from './understanding/reading.js';
import { qualificationWords } from './words/qualification-words.js';

/** What the rules make of all that is held. */
export interface Judgement
  extends Pick<DecisionRecord, 'verdict' | 'verdictRule' | 'qualify' | 'opportunity' | 'score' | 'tier'> {
  /** Why a person should be called, as far as the rules go; whether one has been called already is not judged. */
  readonly handoffReasons: readonly HandoffReason[];
}

/** Judges what is held by the playbook's rules. `now`: the conversation's clock, ISO 8601. */
export function judgeLead(
  compiled: CompiledPlaybook,
  memory: QualificationMemory,
  mood: Pick<Understanding, 'urgency' | 'sentiment'>,
  now: string,
): Judgement {
  const facts = toPolicyFacts(memory, mood, now);
  const { verdict, rule } = decideVerdict(compiled.policy, facts);
  const evidenceOf = (slot: SlotKey) => memory.slots[slot]?.current?.evidence ?? [];
  const modelAnswered = Object.values(memory.slots).some((slot) => slot.current?.source === 'model');
  const words = qualificationWords(compiled.playbook.deskLanguage).assessment;
  const lead = { company: knownSlot(memory, 'company'), role: knownSlot(memory, 'role') };
  const recorded = facts.known.map((key) => ({ key, label: labelOf(compiled.playbook, key) }));
  const score = scoreLead(compiled.policy, { facts, evidenceOf, modelAnswered });
  return {
    verdict,
    verdictRule: rule,
    qualify: assessQualification(lead, evidenceOf, words),
    opportunity: assessOpportunity(recorded, evidenceOf, words),
    score,
    tier: tierOf(score.value),
    handoffReasons: listHandoffReasons(compiled.policy, facts, verdict),
  };
}

function knownSlot(memory: QualificationMemory, kind: 'company' | 'role'): SlotKey | null {
  const slot = Object.values(memory.slots).find((each) => each.kind === kind && each.current !== null);
  return slot?.key ?? null;
}
