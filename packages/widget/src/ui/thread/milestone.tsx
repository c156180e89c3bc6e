import type { MilestoneView } from '@baton/shared-types';
import { fill } from '../../i18n/fill.js';
import type { Texts } from '../../i18n/texts-en.js';

/** A line between messages: who answers now, or what became of the wish for a person. */
export function Milestone({ milestone, texts }: { milestone: MilestoneView; texts: Texts }) {
  return (
    <p class="milestone">
      <span>{milestoneText(milestone, texts)}</span>
    </p>
  );
}

export function milestoneText({ kind, agentName }: MilestoneView, texts: Texts): string {
  return fill(texts[kind], { name: agentName ?? '' });
}
