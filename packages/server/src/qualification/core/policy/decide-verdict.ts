import type { HandoffReason, HandoffRule, Verdict, VerdictRule } from '@baton/shared-types';
import type { Compiled, CompiledPolicy } from './compile-policy.js';
import type { HandoffFacts, PolicyFacts } from './policy-facts.js';

export interface VerdictRuling {
  readonly verdict: Verdict;
  readonly rule: { readonly id: string; readonly because: string } | null;
}

/** The verdict by the playbook's rules alone: the first that holds. No score and no model has a say. */
export function decideVerdict(policy: CompiledPolicy, facts: PolicyFacts): VerdictRuling {
  const rule = policy.verdicts.find((candidate: Compiled<VerdictRule, PolicyFacts>) =>
    candidate.holds(facts),
  );
  if (!rule) return { verdict: null, rule: null };
  return { verdict: rule.verdict, rule: { id: rule.id, because: rule.because } };
}

/** Why a person should be called: the reasons of all the rules that hold, in the playbook's order. */
export function listHandoffReasons(
  policy: CompiledPolicy,
  facts: PolicyFacts,
  verdict: Verdict,
): readonly HandoffReason[] {
  const withVerdict: HandoffFacts = { ...facts, verdict: verdict ?? '' };
  const reasons = policy.handoffs
    .filter((rule: Compiled<HandoffRule, HandoffFacts>) => rule.holds(withVerdict))
    .map((rule) => rule.reason);
  return [...new Set(reasons)];
}
