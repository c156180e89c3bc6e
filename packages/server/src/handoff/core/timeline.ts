import type { BundleMoment, LogEvent } from '@baton/shared-types';
import { describeOverride } from './describe-override.js';
import { nameOf } from './name-of.js';
import { sayWhen } from './say-when.js';
import type { Desk } from './words/desk.js';

/** What happened, in sentences: the turns of events, not every message. `timeZone`: the conversation's, IANA. */
export function tellTimeline(
  log: readonly LogEvent[],
  timeZone: string,
  desk: Desk,
): readonly BundleMoment[] {
  const say = desk.words.timeline;
  let verdict: string | null = null;
  let hasSpoken = false;
  return log.flatMap((event) => {
    const moment = (text: string): readonly BundleMoment[] => [{ seq: event.seq, at: event.at, text }];
    if (event.type === 'message.sent' && event.actor.kind === 'visitor' && !hasSpoken) {
      hasSpoken = true;
      return moment(say.firstWrote);
    }
    if (event.type === 'decision.recorded') {
      const { decision } = event.data;
      if (decision.verdict === verdict) return [];
      verdict = decision.verdict;
      return moment(say.verdict(decision.verdict, decision.verdictRule?.because ?? null));
    }
    const text = describe(event, timeZone, desk);
    return text === null ? [] : moment(text);
  });
}

function describe(event: LogEvent, timeZone: string, desk: Desk): string | null {
  const say = desk.words.timeline;
  const who = nameOf(event.actor, desk.words.actors);
  switch (event.type) {
    case 'conversation.started':
      return say.began(event.data.page.title);
    case 'slot.conflicted':
      return say.conflicted(desk.slotOf(event.data.slot.key));
    case 'handoff.requested':
      return say.called(event.data.reason);
    case 'handoff.routed':
      return event.data.routing.explanation[0] ?? null;
    case 'handoff.declined':
      return say.declined(who, event.data.reason);
    case 'handoff.expired': {
      const { promisedBy } = event.data;
      return promisedBy ? say.promised(sayWhen(new Date(promisedBy), desk.language, timeZone)) : say.nobody;
    }
    case 'handoff.accepted':
      return say.accepted(event.data.agent.name);
    case 'handoff.reopened':
      return say.lost(event.data.agent.name, event.data.because);
    case 'handoff.transferred':
      return say.transferred(who, event.data.to.name);
    case 'handoff.returned':
      return say.returned(who);
    case 'override.recorded':
      return say.overridden(who, describeOverride(event.data.override, desk));
    case 'conversation.closed':
      return say.closed(event.data.by);
    default:
      return null;
  }
}
