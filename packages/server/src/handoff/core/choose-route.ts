import type { Playbook, RoutingDestination, RoutingFacts } from '@baton/shared-types';
import type { CompiledPlaybook } from '../../qualification/index.js';
import type { HandoffWords } from './words/desk.js';

export interface Route {
  readonly rule: { readonly id: string; readonly because: string };
  readonly destination: RoutingDestination;
}

type Routing = NonNullable<Playbook['routing']>;

/** What a playbook without routing does: everybody who is available is asked at once. */
function askEverybody({ everybody: because }: HandoffWords['routing']): Route {
  const destination = { team: null, skills: [], priority: 'normal', fallback: [], because } as const;
  return { rule: { id: 'legacy', because }, destination };
}

/** Where a lead goes: the first rule that holds, else the default. */
export function chooseRoute(
  { playbook, policy }: CompiledPlaybook,
  facts: RoutingFacts,
  say: HandoffWords['routing'],
): Route {
  if (!playbook.routing) return askEverybody(say);
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
