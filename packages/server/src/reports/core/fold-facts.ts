import type { LogEvent, SlotKey, SlotKind, Verdict } from '@baton/shared-types';
import { questionsAbout } from './questions-about.js';

/** Raised with every change of the fold, so that all logs are read anew. */
export const FACTS_VERSION = 1;

/** What a report needs to know of one conversation; instants are ISO 8601 UTC. */
export interface ConversationFacts {
  readonly firstLineAt: string | null;
  readonly qualifiedAt: string | null;
  readonly verdict: Verdict;
  readonly playbookVersion: number | null;
  readonly team: string | null;
  /** The first call for a person, the first acceptance after it, and the first line of a person after it. */
  readonly requestedAt: string | null;
  readonly acceptedAt: string | null;
  readonly firstReplyAt: string | null;
  readonly closedAt: string | null;
  readonly disposition: { readonly kind: string; readonly reason: string | null } | null;
  readonly rating: number | null;
  /** Filled and asked-for slots when a person was called. */
  readonly completeness: { readonly filled: number; readonly total: number } | null;
  readonly askedByAssistant: number;
  readonly repeatedByAssistant: number;
  readonly askedByPeople: number;
  readonly repeatedByPeople: number;
  /** Kinds of what the visitor has said and not contradicted, by slot. */
  readonly known: Readonly<Record<SlotKey, SlotKind>>;
}

export const NO_FACTS: ConversationFacts = {
  firstLineAt: null,
  qualifiedAt: null,
  verdict: null,
  playbookVersion: null,
  team: null,
  requestedAt: null,
  acceptedAt: null,
  firstReplyAt: null,
  closedAt: null,
  disposition: null,
  rating: null,
  completeness: null,
  askedByAssistant: 0,
  repeatedByAssistant: 0,
  askedByPeople: 0,
  repeatedByPeople: 0,
  known: {},
};

/** Applies one event of the log. */
export function foldFacts(facts: ConversationFacts, event: LogEvent): ConversationFacts {
  switch (event.type) {
    case 'message.sent':
      return withMessage(facts, event);
    case 'slot.proposed':
    case 'slot.filled':
    case 'slot.corrected':
    case 'slot.conflicted':
    case 'slot.declined':
    case 'slot.withdrawn': {
      const { key, kind, current, rivals } = event.data.slot;
      const { [key]: _, ...others } = facts.known;
      return { ...facts, known: current && rivals.length === 0 ? { ...others, [key]: kind } : others };
    }
    case 'decision.recorded': {
      const { verdict, playbook } = event.data.decision;
      const qualifiedAt = facts.qualifiedAt ?? (verdict === 'qualified' ? event.at : null);
      return { ...facts, verdict, playbookVersion: playbook.version, qualifiedAt };
    }
    case 'handoff.requested':
      return { ...facts, requestedAt: facts.requestedAt ?? event.at };
    case 'handoff.accepted':
      return { ...facts, acceptedAt: facts.acceptedAt ?? event.at };
    case 'handoff.routed':
      return { ...facts, team: event.data.routing.destination.team ?? facts.team };
    case 'handoff.directed': {
      const { to } = event.data;
      return to.kind === 'team' ? { ...facts, team: to.key } : facts;
    }
    case 'bundle.recorded': {
      const { filled, total } = event.data.bundle.completeness;
      return { ...facts, completeness: facts.completeness ?? { filled, total } };
    }
    case 'disposition.recorded': {
      const { kind, reason } = event.data.disposition;
      return { ...facts, disposition: { kind, reason } };
    }
    case 'conversation.closed':
      return { ...facts, closedAt: event.at };
    case 'conversation.rated':
      return { ...facts, rating: event.data.score };
    default:
      return facts;
  }
}

function withMessage(
  facts: ConversationFacts,
  event: Extract<LogEvent, { type: 'message.sent' }>,
): ConversationFacts {
  const { actor, at, data } = event;
  switch (actor.kind) {
    case 'visitor':
      return { ...facts, firstLineAt: facts.firstLineAt ?? at };
    case 'assistant': {
      if (data.asks === null) return facts;
      const again = Object.hasOwn(facts.known, data.asks) ? 1 : 0;
      return {
        ...facts,
        askedByAssistant: facts.askedByAssistant + 1,
        repeatedByAssistant: facts.repeatedByAssistant + again,
      };
    }
    case 'agent': {
      const asked = questionsAbout(data.text);
      const known = new Set(Object.values(facts.known));
      return {
        ...facts,
        firstReplyAt: facts.firstReplyAt ?? (facts.requestedAt ? at : null),
        askedByPeople: facts.askedByPeople + asked.length,
        repeatedByPeople: facts.repeatedByPeople + asked.filter((kind) => known.has(kind)).length,
      };
    }
    case 'system':
      return facts;
  }
}
