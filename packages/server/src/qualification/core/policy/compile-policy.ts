import type {
  HandoffRule,
  Playbook,
  RoutingFacts,
  RoutingRule,
  ScoreLine,
  SlotKey,
  VerdictRule,
} from '@baton/shared-types';
import { err, ok, type Result } from '../../../kernel/result.js';
import {
  type Condition,
  compileCondition,
  compileHandoffCondition,
  compileRoutingCondition,
} from './compile-condition.js';
import type { HandoffFacts, PolicyFacts } from './policy-facts.js';

/** A rule of the playbook with its condition ready to run. */
export type Compiled<Rule, Facts> = Rule & { readonly holds: Condition<Facts> };

export interface CompiledPolicy {
  readonly verdicts: readonly Compiled<VerdictRule, PolicyFacts>[];
  readonly handoffs: readonly Compiled<HandoffRule, HandoffFacts>[];
  readonly score: readonly Compiled<ScoreLine, PolicyFacts>[];
  readonly routing: readonly Compiled<RoutingRule, RoutingFacts>[];
  readonly weights: Playbook['weights'];
  /** Slots that are asked for only while their condition holds. */
  readonly askWhen: Readonly<Record<SlotKey, Condition<PolicyFacts>>>;
}

/** What is wrong with a playbook, and where in the document. */
export interface PlaybookProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Compiles every condition; all problems at once. */
export function compilePolicy(playbook: Playbook): Result<CompiledPolicy, readonly PlaybookProblem[]> {
  const problems: PlaybookProblem[] = [];
  const compileAll = <Rule extends { readonly when: string }, Facts>(
    section: string | readonly string[],
    rules: readonly Rule[],
    compile: (source: string) => Result<Condition<Facts>, string>,
  ) =>
    rules.flatMap((rule, index): Compiled<Rule, Facts>[] => {
      const condition = compile(rule.when);
      if (condition.ok) return [{ ...rule, holds: condition.value }];
      const path = typeof section === 'string' ? [section] : section;
      problems.push({ path: [...path, index, 'when'], message: condition.error });
      return [];
    });
  const askWhen = playbook.slots.flatMap(({ key, askWhen: source }, index) => {
    if (source === undefined) return [];
    const condition = compileCondition(source);
    if (condition.ok) return [[key, condition.value] as const];
    problems.push({ path: ['slots', index, 'askWhen'], message: condition.error });
    return [];
  });
  const policy: CompiledPolicy = {
    verdicts: compileAll('verdicts', playbook.verdicts, compileCondition),
    handoffs: compileAll('handoffs', playbook.handoffs, compileHandoffCondition),
    score: compileAll('score', playbook.score, compileCondition),
    routing: compileAll(['routing', 'rules'], playbook.routing?.rules ?? [], compileRoutingCondition),
    weights: playbook.weights,
    askWhen: Object.fromEntries(askWhen),
  };
  return problems.length > 0 ? err(problems) : ok(policy);
}
