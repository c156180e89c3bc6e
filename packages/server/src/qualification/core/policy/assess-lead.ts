import type { Assessment, ScoreReason, SlotKey } from '@baton/shared-types';
import type { EvidenceOf } from './score-lead.js';

/** From this value on, `assessQualification` counts as qualified for priority. */
export const QUALIFICATION_CUT = 0.6;

/** 0.4, and 0.3 each for a known company and a known role or seniority. Sets priority, never the verdict. */
export function assessQualification(
  company: SlotKey | null,
  role: SlotKey | null,
  evidenceOf: EvidenceOf,
): Assessment {
  const reasons: ScoreReason[] = [base(0.4)];
  if (company) {
    const evidence = evidenceOf(company);
    reasons.push({
      rule: 'company',
      points: 0.3,
      because: 'The company is known.',
      slots: [company],
      evidence,
    });
  }
  if (role) {
    const because = 'The role or seniority is known.';
    reasons.push({ rule: 'role', points: 0.3, because, slots: [role], evidence: evidenceOf(role) });
  }
  const value = sumOf(reasons);
  const side = value >= QUALIFICATION_CUT ? 'reaches' : 'stays below';
  return assessment(
    reasons,
    `Company ${known(company)}, role ${known(role)}: ${side} the cut of ${QUALIFICATION_CUT}.`,
  );
}

/** 0.5, and 0.1 for every recorded fact, at most 1.0. Sets priority, never the verdict. */
export function assessOpportunity(facts: readonly SlotKey[], evidenceOf: EvidenceOf): Assessment {
  const reasons = facts.map((slot) => ({
    rule: `fact_${slot}`,
    points: 0.1,
    because: `The fact "${slot}" is recorded.`,
    slots: [slot],
    evidence: evidenceOf(slot),
  }));
  const count = facts.length === 1 ? '1 fact is' : `${facts.length} facts are`;
  return assessment([base(0.5), ...reasons], `${count} recorded.`);
}

function assessment(reasons: readonly ScoreReason[], reason: string): Assessment {
  const value = sumOf(reasons);
  const evidence = reasons.flatMap((each) => each.evidence);
  return { value, reasons, confidence: value, reason, source: 'rules', evidence };
}

function base(points: number): ScoreReason {
  return { rule: 'base', points, because: 'Every conversation.', slots: [], evidence: [] };
}

function sumOf(reasons: readonly ScoreReason[]): number {
  const sum = reasons.reduce((points, reason) => points + reason.points, 0);
  return Math.round(Math.min(1, sum) * 10_000) / 10_000;
}

function known(slot: SlotKey | null): string {
  return slot === null ? 'unknown' : 'known';
}
