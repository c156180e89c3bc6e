import type { Verdict } from '@baton/shared-types';
import { leadFacts } from '../core/memory/lead-facts.js';
import type { QualificationMemory } from '../core/memory/qualification-memory.js';

/** The verdict rule of the golden labels in plain code. Goes as soon as the playbook's own rules are wired in. */
export function standInJudge(memory: QualificationMemory): { verdict: Verdict; handoff: boolean } {
  const facts = leadFacts(memory);
  const verdict = verdictOf(facts);
  return {
    verdict,
    handoff: verdict === 'qualified' || facts.intent.human_request || facts.intent.complaint,
  };
}

function verdictOf(facts: ReturnType<typeof leadFacts>): Verdict {
  const { intent, flag } = facts;
  if (intent.opt_out || intent.spam || intent.abuse || intent.job_seeker) return 'disqualified';
  if (flag.noBusinessUse || flag.willNotBuy) return 'disqualified';
  if (!intent.sales)
    return flag.businessNeed && !intent.partner_or_vendor && !intent.support ? 'needs_review' : null;
  const big = facts.teamSize >= 10 || facts.monthlyBudgetUsd >= 500;
  const open = facts.conflicts.includes('team_size') || facts.conflicts.includes('budget');
  return facts.reachable && facts.known.use_case && big && !open ? 'qualified' : 'needs_review';
}
