import type { Playbook, RoutingDestination, RoutingFacts } from '@baton/shared-types';
import type { CompiledPlaybook } from '../../qualification/index.js';

export interface Route {
  readonly rule: { readonly id: string; readonly because: string };
  readonly destination: RoutingDestination;
}

type Routing = NonNullable<Playbook['routing']>;

/** What a playbook without routing does: everybody who is available is asked at once. */
export const EVERYBODY: Route = {
  rule: { id: 'legacy', because: 'The playbook has no routing: everybody who is available is asked.' },
  destination: {
    team: null,
    skills: [],
    priority: 'normal',
    fallback: [],
    because: 'The playbook has no routing: everybody who is available is asked.',
  },
};

/** Where a lead goes: the first rule that holds, else the default. */
export function chooseRoute({ playbook, policy }: CompiledPlaybook, facts: RoutingFacts): Route {
  if (!playbook.routing) return EVERYBODY;
  const hit = policy.routing.find((rule) => rule.holds(facts));
  if (hit) {
    const { id, when: _when, holds: _holds, ...destination } = hit;
    return { rule: { id, because: destination.because }, destination };
  }
  const { default: destination } = playbook.routing;
  return { rule: { id: 'default', because: destination.because }, destination };
}

/** The times and the ladder in force. */
export function routingTerms(
  playbook: Playbook,
): Pick<Routing, 'ladder' | 'firstReplySeconds' | 'promiseMinutes'> {
  return (
    playbook.routing ?? {
      ladder: [{ rung: 'wider', seconds: playbook.offer.deadlineSeconds }],
      firstReplySeconds: 120,
      promiseMinutes: 240,
    }
  );
}

/** More urgent is higher: the queue is in this order, then by time. */
export const PRIORITY_RANK = { low: 1, normal: 2, high: 3, urgent: 4 } as const;
