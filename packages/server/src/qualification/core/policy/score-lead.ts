import type { ReasonedScore, ScoreReason, SlotKey, Tier } from '@baton/shared-types';
import type { CompiledPolicy } from './compile-policy.js';
import type { PolicyFacts } from './policy-facts.js';

/** The score card: points of the lines that hold, divided by all the points of the card. Sets priority, never the verdict. */
export function scoreLead(policy: CompiledPolicy, facts: PolicyFacts): ReasonedScore {
  const total = policy.score.reduce((sum, line) => sum + line.points, 0);
  const hits = policy.score.filter((line) => line.holds(facts));
  const points = hits.reduce((sum, line) => sum + line.points, 0);
  return {
    value: rounded(points / total),
    reasons: hits.map((line) => ({
      rule: line.id,
      points: line.points,
      because: line.because,
      slots: line.slots.filter((slot) => facts.known.includes(slot)),
    })),
  };
}

/** The tier of a composite score: A from 0.80, B from 0.60, C from 0.40, else D. */
export function tierOf(score: number): Tier {
  if (score >= 0.8) return 'A';
  if (score >= 0.6) return 'B';
  return score >= 0.4 ? 'C' : 'D';
}

/** From this value on, `scoreQualification` counts as qualified for priority. */
export const QUALIFICATION_CUT = 0.6;

/** 0.4, and 0.3 each for a known company and a known role or seniority. Sets priority, never the verdict. */
export function scoreQualification(company: SlotKey | null, role: SlotKey | null): ReasonedScore {
  const reasons: ScoreReason[] = [{ rule: 'base', points: 0.4, because: 'Every conversation.', slots: [] }];
  if (company) {
    reasons.push({ rule: 'company', points: 0.3, because: 'The company is known.', slots: [company] });
  }
  if (role) {
    reasons.push({ rule: 'role', points: 0.3, because: 'The role or seniority is known.', slots: [role] });
  }
  return summed(reasons);
}

/** 0.5, and 0.1 for every recorded fact, at most 1.0. Sets priority, never the verdict. */
export function scoreOpportunity(known: readonly SlotKey[]): ReasonedScore {
  const base: ScoreReason = { rule: 'base', points: 0.5, because: 'Every conversation.', slots: [] };
  const facts = known.map((slot) => ({
    rule: `fact_${slot}`,
    points: 0.1,
    because: `The fact "${slot}" is recorded.`,
    slots: [slot],
  }));
  return summed([base, ...facts]);
}

function summed(reasons: readonly ScoreReason[]): ReasonedScore {
  const sum = reasons.reduce((points, reason) => points + reason.points, 0);
  return { value: rounded(Math.min(1, sum)), reasons };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
