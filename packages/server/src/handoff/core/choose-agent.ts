import type { AgentId, ChoiceRule } from '@baton/shared-types';
import type { RosterAgent } from './roster.js';

/** One of several who are all eligible; null of none. `preferred`: the account's owner, or whoever spoke to the visitor last. */
export function chooseAgent(
  eligible: readonly RosterAgent[],
  choose: ChoiceRule,
  preferred: readonly (AgentId | null)[],
): RosterAgent | null {
  const known = preferred.flatMap((id) => eligible.find((agent) => agent.id === id) ?? []);
  const [first] = [...known, ...[...eligible].sort(choose === 'longest_idle' ? byIdle : byLoad)];
  return first ?? null;
}

function byLoad(a: RosterAgent, b: RosterAgent): number {
  return a.load / a.capacity - b.load / b.capacity || byIdle(a, b);
}

/** Whoever took a chat longest ago first; who never has before everybody; ties by id, so that it is decided. */
function byIdle(a: RosterAgent, b: RosterAgent): number {
  const at = (agent: RosterAgent) => agent.lastTookAt ?? '';
  return at(a) === at(b) ? compare(a.id, b.id) : compare(at(a), at(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
