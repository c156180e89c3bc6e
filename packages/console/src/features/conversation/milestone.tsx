import type { MilestoneView } from '@baton/shared-types';
import { clockTime, fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';

/** A line between messages: who answers now, or what became of the handoff. */
export function Milestone({ milestone }: { milestone: MilestoneView }) {
  const words = texts().conversation.milestones;
  const text =
    milestone.kind === 'agent_joined' ? words.agent_joined(milestone.agentName ?? '') : words[milestone.kind];
  return (
    <p class={`milestone ${milestone.kind}`}>
      <span>
        <bdi>{text}</bdi> ·{' '}
        <time dateTime={milestone.at} title={fullTime(milestone.at)}>
          {clockTime(milestone.at)}
        </time>
      </span>
    </p>
  );
}
