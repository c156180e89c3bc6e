import type {
  AgentId,
  ConversationId,
  InboxRow,
  LogEvent,
  Override,
  SlotKey,
  SlotValue,
} from '@baton/shared-types';
import { englishWords } from './words/english-words.js';

/** What is stored of a row: everything but what depends on the reader, and who has declined. */
export interface StoredInboxRow extends Omit<InboxRow, 'handoff'> {
  readonly handoff:
    | (NonNullable<InboxRow['handoff']> & {
        readonly offeredTo: readonly string[];
        readonly acceptedBy?: AgentId | null;
      })
    | null;
  /** Texts that may become the label, by slot. */
  readonly known: Known;
}

interface Known {
  /** What the visitor is called while nothing is known; absent from rows that began before it was kept. */
  readonly nobody?: string;
  readonly name?: string;
  readonly email?: string;
  readonly company?: string;
}

const PREVIEW_CHARACTERS = 160;

/** Nobody has it and nobody is asked. */
const NOBODY = { deadlineAt: null, offeredTo: [], firstReplyBy: null, promisedBy: null } as const;
const UNROUTED = { team: null, priority: null, rung: null } as const;

export function newInboxRow(
  conversationId: ConversationId,
  { siteName, nobody, at }: { readonly siteName: string; readonly nobody: string; readonly at: string },
): StoredInboxRow {
  return {
    conversationId,
    label: nobody,
    siteName,
    lastText: '',
    lastAt: at,
    lastFrom: 'system',
    owner: { kind: 'assistant' },
    status: 'open',
    verdict: null,
    tier: null,
    handoff: null,
    head: 0,
    known: { nobody },
  };
}

/** Applies one event to a row. Pure. */
export function applyToInboxRow(row: StoredInboxRow, event: LogEvent): StoredInboxRow {
  const next = { ...row, head: event.seq };
  switch (event.type) {
    case 'message.sent':
      return withFirstReply(
        { ...next, lastText: preview(event.data.text), lastAt: event.at, lastFrom: event.actor.kind },
        event,
      );
    case 'slot.filled':
    case 'slot.proposed':
    case 'slot.corrected':
    case 'slot.conflicted':
    case 'slot.declined':
    case 'slot.withdrawn':
      return withLabel(next, event.data.slot.key, event.data.slot.current?.value ?? null);
    case 'decision.recorded':
      return { ...next, verdict: event.data.decision.verdict, tier: event.data.decision.tier };
    case 'owner.changed':
      return { ...next, owner: event.data.owner };
    case 'handoff.requested': {
      const { reason } = event.data;
      const handoff = { reason, requestedAt: event.at, offeredToMe: false, ...UNROUTED };
      return { ...next, handoff: { ...handoff, ...NOBODY, state: 'requested' } };
    }
    case 'handoff.routed': {
      const { destination, rung } = event.data.routing;
      const { team, priority } = destination;
      return onHandoff(next, { team, priority, rung: rung === 'capture' ? null : rung });
    }
    case 'handoff.directed':
    case 'handoff.reopened':
      return onHandoff(next, { ...NOBODY, state: 'requested' });
    case 'handoff.offered':
      return onHandoff(next, {
        state: 'offered',
        deadlineAt: event.data.deadlineAt,
        offeredTo: event.data.agentIds,
      });
    case 'handoff.declined': {
      const { agentId } = event.data;
      return onHandoff(next, { offeredTo: next.handoff?.offeredTo.filter((id) => id !== agentId) ?? [] });
    }
    case 'handoff.expired':
      return onHandoff(next, { ...NOBODY, state: 'expired', promisedBy: event.data.promisedBy ?? null });
    case 'handoff.accepted': {
      const handoff = next.handoff ?? { reason: 'human_request', requestedAt: event.at, offeredToMe: false };
      const { firstReplyBy = null } = event.data;
      return {
        ...next,
        handoff: {
          ...UNROUTED,
          ...handoff,
          ...NOBODY,
          state: 'live',
          firstReplyBy,
          acceptedBy: event.data.agent.id,
        },
      };
    }
    case 'handoff.transferred':
    case 'handoff.returned':
    case 'handoff.closed':
      return { ...next, handoff: null };
    case 'conversation.closed':
      return { ...next, status: 'closed', handoff: null };
    case 'visitor.verified': {
      const { name, email, subject } = event.data.identity;
      return withLabel(next, 'name', name ?? email ?? subject);
    }
    case 'override.recorded':
      return withOverride(next, event.data.override);
    case 'bundle.recorded':
    case 'note.added':
    case 'disposition.recorded':
    case 'conversation.started':
    case 'page.visited':
    case 'conversation.rated':
    case 'consent.recorded':
    case 'turn.degraded':
    case 'turn.aborted':
      return next;
  }
}

/** The row as one agent sees it. */
export function inboxRowFor(row: StoredInboxRow, agentId: string): InboxRow {
  const { known: _, handoff, ...rest } = row;
  if (!handoff) return { ...rest, handoff: null };
  const { offeredTo, acceptedBy: _by, ...shown } = handoff;
  return { ...rest, handoff: { ...shown, offeredToMe: offeredTo.includes(agentId) } };
}

/** The beginning of a text. Never half a character: PostgreSQL's jsonb refuses it, and the message with it. */
function preview(text: string): string {
  return text.slice(0, PREVIEW_CHARACTERS).replace(/\p{Surrogate}$/u, '');
}

function withLabel(row: StoredInboxRow, key: SlotKey, value: SlotValue | null): StoredInboxRow {
  if (key !== 'name' && key !== 'email' && key !== 'company') return row;
  const { [key]: _, ...others } = row.known;
  const known: Known = typeof value === 'string' ? { ...others, [key]: value } : others;
  const nobody = known.nobody ?? englishWords.visitor(row.conversationId.slice(-4));
  return { ...row, known, label: known.name ?? known.email ?? known.company ?? nobody };
}

function withOverride(row: StoredInboxRow, override: Override): StoredInboxRow {
  if (override.kind === 'automation') return { ...row, automationPaused: override.paused };
  if (override.kind !== 'classification') return row;
  const { verdict, tier } = override.after;
  return { ...row, verdict, tier };
}

function withFirstReply(row: StoredInboxRow, { actor }: LogEvent): StoredInboxRow {
  const isOwners = actor.kind === 'agent' && row.handoff?.acceptedBy === actor.id;
  return isOwners ? onHandoff(row, { firstReplyBy: null }) : row;
}

function onHandoff(
  row: StoredInboxRow,
  change: Partial<NonNullable<StoredInboxRow['handoff']>>,
): StoredInboxRow {
  return row.handoff ? { ...row, handoff: { ...row.handoff, ...change } } : row;
}
