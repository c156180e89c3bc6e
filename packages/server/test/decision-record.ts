import type { DecisionRecord, PlaybookId } from '@baton/shared-types';
import { id } from './build-log.js';

/** A decision of a quiet turn; a test changes what it is about. */
export function decisionRecord(change: Partial<DecisionRecord> = {}): DecisionRecord {
  const nothing = {
    value: 0,
    reasons: [],
    confidence: 0,
    reason: 'Nothing is known.',
    source: 'rules',
    evidence: [],
  } as const;
  return {
    turnId: id.turn,
    playbook: { id: `pbk_${'0'.repeat(26)}` as PlaybookId, version: 1, hash: '0'.repeat(64) },
    inputs: {
      messageIds: [],
      asked: null,
      now: '2026-11-20T10:00:00.000Z',
      timeZone: 'Europe/Berlin',
      headSeq: 1,
      veto: {
        automationPaused: false,
        doNotContact: false,
        humanOwns: false,
        turnsTaken: 0,
        modelBudgetSpent: false,
      },
      modelCandidates: [],
      passages: [],
      planner: 'on',
    },
    language: 'en',
    intents: ['sales'],
    flags: [],
    urgency: 'normal',
    sentiment: 'neutral',
    gate: { outcome: 'pass', rule: 'none', because: 'nothing stands against it' },
    verdict: null,
    verdictRule: null,
    qualify: nothing,
    opportunity: nothing,
    score: { value: 0, reasons: [], parts: [], basis: 'rule_based_fallback' },
    tier: 'D',
    plan: [],
    dropped: [],
    move: null,
    handoff: null,
    hash: '0'.repeat(64),
    ...change,
  };
}
