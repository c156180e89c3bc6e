import type { EventType, LogEvent, MilestoneView } from '@baton/shared-types';
import type { ShownView } from '../core/shown-view.js';

const MILESTONES: Partial<Record<EventType, MilestoneView['kind']>> = {
  'handoff.requested': 'waiting',
  'handoff.accepted': 'agent_joined',
  'handoff.expired': 'nobody_available',
  'handoff.reopened': 'agent_lost',
  'handoff.transferred': 'transferred',
  'handoff.returned': 'returned',
  'conversation.closed': 'closed',
};

/** The fold of `shared-types` by the same name, as far as the widget shows it; a test compares the two. */
export function applyPublicEvent(view: ShownView, event: LogEvent): ShownView {
  const { type, seq, at, actor, clientId, data } = event;
  if (type === 'message.sent')
    return { ...view, messages: [...view.messages, { ...data, seq, at, actor, clientId }] };
  if (type === 'owner.changed') return { ...view, owner: data.owner };
  if (type === 'conversation.rated') return { ...view, rating: { ...data, at } };
  const kind = MILESTONES[type];
  if (!kind && type !== 'handoff.closed') return view;
  const state = type === 'handoff.expired' ? 'expired' : 'requested';
  return {
    ...view,
    status: type === 'conversation.closed' ? 'closed' : view.status,
    milestones:
      kind && isNews(kind, view)
        ? [...view.milestones, { seq, at, kind, agentName: nameIn(data) }]
        : view.milestones,
    handoff:
      type === 'handoff.requested'
        ? { reason: data.reason, state }
        : view.handoff && { ...view.handoff, state },
  };
}

/** Saying the same again tells nobody anything; that who is passed on waits neither. */
function isNews(kind: MilestoneView['kind'], { milestones }: ShownView): boolean {
  const last = milestones.at(-1)?.kind;
  return kind === 'transferred' || (last !== kind && !(kind === 'waiting' && last === 'transferred'));
}

/** Who it is about: the agent, or whom it goes to. */
function nameIn(data: LogEvent['data']): string | null {
  if ('agent' in data) return data.agent.name;
  return 'to' in data ? data.to.name : null;
}
