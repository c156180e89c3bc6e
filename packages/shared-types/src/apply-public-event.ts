import type { ConversationView, MessageView, MilestoneView } from './conversation-view.js';
import type { LogEvent, LogEventOf } from './events.js';
import { applyPublicToHandoff } from './handoff-view.js';

/**
 * Applies one event that visitors may see: their whole fold, so that pages do not carry the agents' part. An event that
 * it does not know changes nothing: a page may be older than the server.
 */
export function applyPublicEvent(view: ConversationView, event: LogEvent): ConversationView {
  switch (event.type) {
    case 'conversation.started': {
      const { siteId, page, locale, timeZone } = event.data;
      return { ...view, startedAt: event.at, siteId, page, locale, timeZone };
    }
    case 'message.sent':
      return onHandoff({ ...view, messages: [...view.messages, toMessage(event)] }, event);
    case 'owner.changed':
      return { ...view, owner: event.data.owner, epoch: event.data.epoch };
    case 'handoff.requested':
      return withMilestone(onHandoff(view, event), event, 'waiting', null);
    case 'handoff.accepted':
      return withMilestone(onHandoff(view, event), event, 'agent_joined', event.data.agent.name);
    case 'handoff.expired':
      return withMilestone(onHandoff(view, event), event, 'nobody_available', null);
    case 'handoff.reopened':
      return withMilestone(onHandoff(view, event), event, 'agent_lost', event.data.agent.name);
    case 'handoff.transferred':
      return withMilestone(onHandoff(view, event), event, 'transferred', event.data.to.name);
    case 'handoff.returned':
      return withMilestone(onHandoff(view, event), event, 'returned', null);
    case 'handoff.closed':
      return onHandoff(view, event);
    case 'conversation.closed':
      return withMilestone({ ...view, status: 'closed' }, event, 'closed', null);
    case 'conversation.rated':
      return { ...view, rating: { ...event.data, at: event.at } };
    default:
      return view;
  }
}

/** Whole: what a message carries is what its readers see of it. */
function toMessage({ seq, at, actor, clientId, data }: LogEventOf<'message.sent'>): MessageView {
  return { ...data, seq, at, actor, clientId };
}

function onHandoff(view: ConversationView, event: LogEvent): ConversationView {
  return { ...view, handoff: applyPublicToHandoff(view.handoff, event) };
}

function withMilestone(
  view: ConversationView,
  { seq, at }: LogEvent,
  kind: MilestoneView['kind'],
  agentName: string | null,
): ConversationView {
  // Saying the same again tells nobody anything: a later offer that runs out adds no second line.
  const last = view.milestones.at(-1)?.kind;
  if (last === kind && kind !== 'transferred') return view;
  // Who is passed on waits, of course.
  if (kind === 'waiting' && last === 'transferred') return view;
  return { ...view, milestones: [...view.milestones, { seq, at, kind, agentName }] };
}
