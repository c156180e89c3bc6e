import type { Assessment, ScoreReason, SlotKey } from '@baton/shared-types';
import type { QualificationWords } from '../words/qualification-words.js';
import type { EvidenceOf } from './score-lead.js';

/** From this value on, `assessQualification` counts as qualified for priority. */
export const QUALIFICATION_CUT = 0.6;

type AssessmentWords = QualificationWords['assessment'];

/** 0.4, and 0.3 each for a known company and a known role or seniority. Sets priority, never the verdict. */
export function assessQualification(
  { company, role }: { readonly company: SlotKey | null; readonly role: SlotKey | null },
  evidenceOf: EvidenceOf,
  words: AssessmentWords,
): Assessment {
  const reasons: ScoreReason[] = [base(0.4, words)];
  if (company) {
    const evidence = evidenceOf(company);
    reasons.push({
      rule: 'company',
      points: 0.3,
      because: words.companyKnown,
      slots: [company],
      evidence,
    });
  }
  if (role) {
    const evidence = evidenceOf(role);
    reasons.push({ rule: 'role', points: 0.3, because: words.roleKnown, slots: [role], evidence });
  }
  const value = sumOf(reasons);
  const reaches = value >= QUALIFICATION_CUT;
  const held = { company: company !== null, role: role !== null };
  return assessment(reasons, words.qualification({ ...held, reaches, cut: QUALIFICATION_CUT }));
}

/** 0.5, and 0.1 for every recorded fact, at most 1.0. Sets priority, never the verdict. */
export function assessOpportunity(
  facts: readonly { readonly key: SlotKey; readonly label: string }[],
  evidenceOf: EvidenceOf,
  words: AssessmentWords,
): Assessment {
  const reasons = facts.map((fact) => ({
    rule: `fact_${fact.key}`,
    points: 0.1,
    because: words.fact(fact),
    slots: [fact.key],
    evidence: evidenceOf(fact.key),
  }));
  return assessment([base(0.5, words), ...reasons], words.facts(facts.length));
}

function assessment(reasons: readonly ScoreReason[], reason: string): Assessment {
  const value = sumOf(reasons);
  const evidence = reasons.flatMap((each) => each.evidence);
  return { value, reasons, confidence: value, reason, source: 'rules', evidence };
}

function base(points: number, words: AssessmentWords): ScoreReason {
  return { rule: 'base', points, because: words.base, slots: [], evidence: [] };
}

function sumOf(reasons: readonly ScoreReason[]): number {
  const sum = reasons.reduce((points, reason) => points + reason.points, 0);
  return Math.round(Math.min(1, sum) * 10_000) / 10_000;
}
