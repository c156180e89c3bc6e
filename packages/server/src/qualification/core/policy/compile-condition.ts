import type { RoutingFacts } from '@baton/shared-types';
import { Environment, Optional } from '@marcbachmann/cel-js';
import { err, ok, type Result } from '../../../kernel/result.js';
import { FACT_TYPES, HANDOFF_FACT_TYPES, type HandoffFacts, type PolicyFacts } from './policy-facts.js';
import { ROUTING_FACT_TYPES } from './routing-fact-types.js';

/** A checked CEL condition. Pure and total: the same facts give the same answer. */
export type Condition<Facts> = (facts: Facts) => boolean;

/** Compiles a condition over the facts of verdict rules and score lines. */
export function compileCondition(source: string): Result<Condition<PolicyFacts>, string> {
  return compile<PolicyFacts>(environments.policy, FACT_TYPES, source);
}

/** Compiles a condition that may also speak about the verdict. */
export function compileHandoffCondition(source: string): Result<Condition<HandoffFacts>, string> {
  return compile<HandoffFacts>(environments.handoff, HANDOFF_FACT_TYPES, source);
}

/** Compiles a condition of a routing rule. */
export function compileRoutingCondition(source: string): Result<Condition<RoutingFacts>, string> {
  return compile<RoutingFacts>(environments.routing, ROUTING_FACT_TYPES, source);
}

const environments = {
  routing: environmentOf(ROUTING_FACT_TYPES),
  policy: environmentOf(FACT_TYPES),
  handoff: environmentOf(HANDOFF_FACT_TYPES),
};

function environmentOf(types: Readonly<Record<string, string>>): Environment {
  const environment = new Environment({
    enableOptionalTypes: true,
    limits: { maxAstNodes: 200, maxDepth: 20, maxListElements: 50, maxMapEntries: 50, maxCallArguments: 8 },
  });
  for (const [name, type] of Object.entries(types)) environment.registerVariable(name, type);
  return environment;
}

function compile<Facts extends object>(
  environment: Environment,
  types: Readonly<Record<string, string>>,
  source: string,
): Result<Condition<Facts>, string> {
  try {
    const expression = environment.parse(source);
    // A regular expression over a visitor's text could run for minutes.
    if (calls(expression.ast, 'matches')) return err('matches() is not allowed in a condition');
    const check = expression.check();
    if (!check.valid) return err(firstLine(check.error));
    if (check.type !== 'bool') return err(`the condition must be true or false, but it is ${check.type}`);
    return ok((facts) => expression(toContext(types, facts)) === true);
  } catch (error) {
    return err(firstLine(error));
  }
}

function toContext(types: Readonly<Record<string, string>>, facts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, toCel(types[name] ?? '', value)]),
  );
}

function toCel(type: string, value: unknown): unknown {
  if (!type.startsWith('optional')) return value;
  if (typeof value !== 'number') return Optional.none();
  return Optional.of(type === 'optional<int>' ? BigInt(Math.trunc(value)) : value);
}

function calls(node: unknown, name: string): boolean {
  if (Array.isArray(node)) return node.some((child) => calls(child, name));
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return false;
  const isCall = node.op === 'call' || node.op === 'rcall';
  if (isCall && Array.isArray(node.args) && node.args[0] === name) return true;
  return calls(node.args, name);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() ?? 'does not compile';
}
