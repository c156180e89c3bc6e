import type { MessageView, MilestoneView } from '@baton/shared-types';
import type { BatonEvents } from '../api/baton-api.js';
import type { ShownView } from './shown-view.js';

/** An event with what it tells. */
export type PageEvent = {
  [E in keyof BatonEvents]: readonly [E, BatonEvents[E]];
}[keyof BatonEvents];

/** What the page is told of everything in the log behind `seq`, in order. */
export function pageEventsAfter(
  { messages, milestones, handoff }: ShownView,
  seq: number,
  isPersonal: boolean,
): readonly PageEvent[] {
  return [...messages, ...milestones]
    .filter((entry) => entry.seq > seq)
    .sort((a, b) => a.seq - b.seq)
    .flatMap((entry) =>
      'text' in entry ? [ofMessage(entry, isPersonal)] : ofMilestone(entry, handoff, isPersonal),
    );
}

function ofMessage({ actor, text }: MessageView, isPersonal: boolean): PageEvent {
  const from = actor.kind === 'visitor' || actor.kind === 'agent' ? actor.kind : 'assistant';
  const name = actor.kind === 'agent' ? { name: actor.name } : {};
  return ['message', isPersonal ? { from, text, ...name } : { from }];
}

function ofMilestone(
  { kind, agentName }: MilestoneView,
  handoff: ShownView['handoff'],
  isPersonal: boolean,
): readonly PageEvent[] {
  if (kind === 'agent_joined')
    return [['handoff.accepted', isPersonal && agentName !== null ? { name: agentName } : {}]];
  if (kind !== 'waiting' || !handoff) return [];
  const { reason } = handoff;
  const requested: PageEvent = ['handoff.requested', { reason }];
  return reason === 'qualified' ? [['qualified', undefined], requested] : [requested];
}
