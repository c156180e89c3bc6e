import {
  type Actor,
  type AgentId,
  applyEvent,
  type ConversationId,
  type ConversationView,
  type EventDataByType,
  type EventId,
  type EventType,
  emptyView,
  type HandoffId,
  type LogEvent,
  type MessageId,
  type MessageSent,
  type NewEvent,
  type SiteId,
  type SlotKey,
  type SlotKind,
  type SlotRecord,
  type SlotState,
  type SlotValue,
  type TurnId,
  type VisitorId,
} from '@baton/shared-types';
import type { ConversationState } from '../src/conversations/core/conversation-state.js';
import { ASSISTANT, newEvent } from '../src/conversations/core/events.js';

/** Well-formed ids that a reader of a failed test can tell apart. */
export const id = {
  conversation: `cnv_${'0'.repeat(22)}cafe` as ConversationId,
  visitor: `vis_${'0'.repeat(26)}` as VisitorId,
  site: `sit_${'0'.repeat(26)}` as SiteId,
  handoff: `hnd_${'0'.repeat(26)}` as HandoffId,
  turn: `trn_${'0'.repeat(26)}` as TurnId,
  message: (n: number) => `msg_${String(n).padStart(26, '0')}` as MessageId,
  agent: (n: number) => `agt_${String(n).padStart(26, '0')}` as AgentId,
};

export const VISITOR: Actor = { kind: 'visitor', id: id.visitor };
export const ANA = { kind: 'agent', id: id.agent(1), name: 'Ana' } as const;
export const BEN = { kind: 'agent', id: id.agent(2), name: 'Ben' } as const;

/** An open conversation that the assistant owns, two events old. */
export function givenState(change: Partial<ConversationState> = {}): ConversationState {
  return {
    id: id.conversation,
    siteId: id.site,
    visitorId: id.visitor,
    status: 'open',
    owner: { kind: 'assistant' },
    epoch: 0,
    head: 2,
    lastVisitorSeq: 2,
    speech: null,
    leaseToken: null,
    locale: 'en',
    timeZone: 'Europe/Berlin',
    ...change,
  };
}

export function said(actor: Actor, n: number, text: string, change: Partial<MessageSent> = {}): NewEvent {
  return newEvent('message.sent', actor, {
    messageId: id.message(n),
    text,
    kind: 'text',
    origin: actor.kind === 'assistant' ? 'template' : 'human',
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: false,
    turnId: actor.kind === 'assistant' ? id.turn : null,
    ...change,
  });
}

/** A question of the assistant about one slot. */
export function asked(n: number, slot: SlotKey): NewEvent {
  return said(ASSISTANT, n, 'May I ask?', { asks: slot });
}

/** A slot held in a state; `quote` must occur in `text`, the message that proves it. */
export function slotRecord(
  key: SlotKind,
  state: SlotState,
  held: {
    readonly value: SlotValue;
    readonly n: number;
    readonly text: string;
    readonly quote: string;
  } | null,
): SlotRecord {
  const start = held?.text.indexOf(held.quote) ?? -1;
  if (held && start < 0) throw new Error(`“${held.quote}” is not in “${held.text}”`);
  const proof = held && {
    value: held.value,
    confidence: 0.9,
    reason: 'said so',
    source: 'rules' as const,
    evidence: [{ messageId: id.message(held.n), start, end: start + held.quote.length, quote: held.quote }],
  };
  return { key, kind: key, state, current: proof, rivals: [], corrected: false, declinedEvidence: [] };
}

/** Gives events their places in a log, one second apart. */
export function toLog(events: readonly NewEvent[]): readonly LogEvent[] {
  return events.map((event, index) => stored(event, index + 1));
}

export function stored(event: NewEvent, seq: number): LogEvent {
  return {
    ...event,
    id: `evt_${String(seq).padStart(26, '0')}` as EventId,
    conversationId: id.conversation,
    seq,
    schemaVersion: 1,
    at: new Date(Date.UTC(2026, 10, 20, 10, 0, seq)).toISOString(),
    epoch: 0,
  } as LogEvent;
}

/** What a reader who may see everything makes of the events. */
export function foldView(events: readonly NewEvent[]): ConversationView {
  return toLog(events).reduce(applyEvent, emptyView(id.conversation));
}

export function systemEvent<T extends EventType>(type: T, data: EventDataByType[T]): NewEvent {
  return newEvent(type, { kind: 'system' }, data);
}
