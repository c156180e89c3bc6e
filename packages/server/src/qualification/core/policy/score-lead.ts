import {
  type CompositeScore,
  type Evidence,
  SCORE_PARTS,
  type ScoreLine,
  type ScorePart,
  type ScorePartName,
  type ScoreReason,
  type SlotKey,
  type Tier,
} from '@baton/shared-types';
import type { Compiled, CompiledPolicy } from './compile-policy.js';
import type { PolicyFacts } from './policy-facts.js';

/** The visitor's words that fill a slot. */
export type EvidenceOf = (slot: SlotKey) => readonly Evidence[];

export interface ScoredLead {
  readonly facts: PolicyFacts;
  readonly evidenceOf: EvidenceOf;
  /** A value that a model proposed is in force. */
  readonly modelAnswered: boolean;
}

type Line = Compiled<ScoreLine, PolicyFacts>;

/** The most that the lines of one part can give. */
const FULL = 100;

/**
 * The composite score: each known part from 0 to 1, weighed by the playbook's weights renormalised over the known
 * parts. Sets priority and tier, never the verdict.
 */
export function scoreLead(policy: CompiledPolicy, lead: ScoredLead): CompositeScore {
  const known = SCORE_PARTS.filter((part) => isKnown(part, policy, lead.facts));
  const total = known.reduce((sum, part) => sum + policy.weights[part], 0);
  const weightOf = (part: ScorePartName) =>
    known.includes(part) && total > 0 ? policy.weights[part] / total : 0;
  const shareOf = (part: ScorePartName) => Math.min(FULL, pointsOf(held(part, policy, lead.facts))) / FULL;
  const parts = SCORE_PARTS.map(
    (part): ScorePart => ({
      part,
      value: known.includes(part) ? rounded(shareOf(part)) : null,
      weight: rounded(weightOf(part)),
    }),
  );
  const reasons = SCORE_PARTS.flatMap((part) => contributions(part, policy, lead, weightOf(part)));
  return {
    value: rounded(known.reduce((sum, part) => sum + weightOf(part) * shareOf(part), 0)),
    reasons,
    parts,
    basis: lead.modelAnswered ? 'rules_and_model' : 'rule_based_fallback',
  };
}

/** The tier of a composite score: A from 0.80, B from 0.60, C from 0.40, else D. */
export function tierOf(score: number): Tier {
  if (score >= 0.8) return 'A';
  if (score >= 0.6) return 'B';
  return score >= 0.4 ? 'C' : 'D';
}

/**
 * How a visitor behaves can be seen from the first word on; the other parts take a fact. Whoever refuses every way
 * to be reached is known not to be reachable.
 */
function isKnown(part: ScorePartName, policy: CompiledPolicy, facts: PolicyFacts): boolean {
  const lines = policy.score.filter((line) => line.part === part);
  if (part === 'propensity') return lines.length > 0;
  const slots = lines.flatMap((line) => line.slots);
  const refused =
    part === 'reachability' && slots.length > 0 && slots.every((slot) => facts.declined.includes(slot));
  return (
    refused || slots.some((slot) => facts.known.includes(slot)) || lines.some((line) => line.holds(facts))
  );
}

function held(part: ScorePartName, policy: CompiledPolicy, facts: PolicyFacts): readonly Line[] {
  return policy.score.filter((line) => line.part === part && line.holds(facts));
}

/** The lines that hold, each with its share of the score in hundredths. */
function contributions(
  part: ScorePartName,
  policy: CompiledPolicy,
  { facts, evidenceOf }: ScoredLead,
  weight: number,
): readonly ScoreReason[] {
  const lines = held(part, policy, facts);
  const scale = (weight * Math.min(FULL, pointsOf(lines))) / Math.max(1, pointsOf(lines));
  return lines.map((line) => {
    const slots = line.slots.filter((slot) => facts.known.includes(slot));
    return {
      rule: line.id,
      points: Math.round(line.points * scale * 100) / 100,
      because: line.because,
      slots,
      evidence: slots.flatMap(evidenceOf),
    };
  });
}

function pointsOf(lines: readonly { readonly points: number }[]): number {
  return lines.reduce((sum, line) => sum + line.points, 0);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
