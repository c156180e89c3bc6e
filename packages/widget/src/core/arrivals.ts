import type { MessageView, MilestoneView } from '@baton/shared-types';
import type { ShownView } from './shown-view.js';

/** Finished messages of the company's side and milestones after a `seq`, in order: what is worth announcing. */
export function arrivalsAfter(view: ShownView, seq: number): readonly (MessageView | MilestoneView)[] {
  const messages = view.messages.filter((message) => message.actor.kind !== 'visitor');
  return [...messages, ...view.milestones]
    .filter((arrival) => arrival.seq > seq)
    .sort((a, b) => a.seq - b.seq);
}
