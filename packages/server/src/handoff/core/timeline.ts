import type { BundleMoment, LogEvent } from '@baton/shared-types';
import { describeOverride } from './describe-override.js';

/** What happened, in sentences: the turns of events, not every message. */
export function tellTimeline(log: readonly LogEvent[]): readonly BundleMoment[] {
  let verdict: string | null = null;
  let hasSpoken = false;
  return log.flatMap((event) => {
    const moment = (text: string): readonly BundleMoment[] => [{ seq: event.seq, at: event.at, text }];
    if (event.type === 'message.sent' && event.actor.kind === 'visitor' && !hasSpoken) {
      hasSpoken = true;
      return moment('The visitor wrote for the first time.');
    }
    if (event.type === 'decision.recorded') {
      const { decision } = event.data;
      if (decision.verdict === verdict) return [];
      verdict = decision.verdict;
      const because = decision.verdictRule?.because ?? 'no rule applies any more';
      return moment(`Verdict: ${verdict?.replace('_', ' ') ?? 'none'}, because ${lowerFirst(because)}`);
    }
    const text = describe(event);
    return text === null ? [] : moment(text);
  });
}

function describe(event: LogEvent): string | null {
  const who = event.actor.kind === 'agent' ? event.actor.name : event.actor.kind;
  switch (event.type) {
    case 'conversation.started':
      return `The conversation began${event.data.page.title ? ` on “${event.data.page.title}”` : ''}.`;
    case 'slot.conflicted':
      return `Two values of ${event.data.slot.key} contradict each other.`;
    case 'handoff.requested':
      return `A person was called: ${event.data.reason.replaceAll('_', ' ')}.`;
    case 'handoff.routed':
      return event.data.routing.explanation[0] ?? null;
    case 'handoff.declined':
      return `${who} declined${event.data.reason ? `: ${event.data.reason}` : '.'}`;
    case 'handoff.expired':
      return event.data.promisedBy
        ? `Nobody could take it; the visitor was promised an answer by ${event.data.promisedBy}.`
        : 'Nobody could take it; the visitor was told.';
    case 'handoff.accepted':
      return `${event.data.agent.name} took over.`;
    case 'handoff.reopened':
      return `${event.data.agent.name} was lost (${event.data.because.replaceAll('_', ' ')}); it waits again.`;
    case 'handoff.transferred':
      return `${who} passed it on to ${event.data.to.name}.`;
    case 'handoff.returned':
      return `${who} gave it back to the assistant.`;
    case 'override.recorded':
      return `${who}: ${lowerFirst(describeOverride(event.data.override))}`;
    case 'conversation.closed':
      return `The conversation was closed by the ${event.data.by}.`;
    default:
      return null;
  }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
