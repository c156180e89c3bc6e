import type { DecisionRecord, HandoffReason, SlotKey, Step, Tier, Verdict } from '@baton/shared-types';
import { fakeId } from './fake-ids.js';

let turns = 0;

/** A decision record with everything the console shows. */
export function fakeDecision(spec: {
  readonly step: Step;
  readonly slot?: SlotKey;
  readonly verdict?: Verdict;
  readonly because?: string;
  readonly tier?: Tier;
  readonly handoff?: HandoffReason;
  readonly at: number;
}): DecisionRecord {
  turns += 1;
  const value = spec.verdict === 'qualified' ? 0.82 : 0.35;
  const assessment = {
    value,
    reasons: [],
    confidence: value,
    reason: 'Company known, role known.',
    source: 'rules' as const,
    evidence: [],
  };
  return {
    turnId: fakeId('trn', turns),
    playbook: { id: fakeId('pbk', 1), version: 3, hash: 'b1946ac92492d2347c6235b4d2611184' },
    inputs: {
      messageIds: [],
      asked: null,
      now: new Date(spec.at).toISOString(),
      timeZone: 'Europe/Berlin',
      headSeq: 0,
      veto: {
        automationPaused: false,
        doNotContact: false,
        humanOwns: false,
        turnsTaken: turns,
        modelBudgetSpent: false,
      },
      modelCandidates: [],
      passages: [],
      planner: 'on',
    },
    language: 'en',
    flags: [],
    intents: ['sales'],
    urgency: 'normal',
    sentiment: 'neutral',
    gate: { outcome: 'pass', rule: 'none', because: 'Nothing stands against an answer.' },
    verdict: spec.verdict ?? null,
    verdictRule: spec.because ? { id: 'team_and_use_case', because: spec.because } : null,
    qualify: assessment,
    opportunity: assessment,
    score: {
      value,
      parts: [{ part: 'reachability', value, weight: 1 }],
      basis: 'rule_based_fallback',
      reasons: [
        {
          rule: 'business_email',
          points: 25,
          because: 'Writes from a business address.',
          slots: ['email'],
          evidence: [],
        },
      ],
    },
    tier: spec.tier ?? 'C',
    plan: ['answer', spec.step],
    dropped: [],
    move: { step: spec.step, slot: spec.slot ?? null, sentences: [], quickReplies: [], citations: [] },
    handoff: spec.handoff ?? null,
    hash: 'c4ca4238a0b923820dcc509a6f75849b',
  };
}
