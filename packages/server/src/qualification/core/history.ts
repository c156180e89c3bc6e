import type {
  DecisionRecord,
  HandoffReason,
  LogEvent,
  LogEventOf,
  MessageId,
  Owner,
  SlotKey,
  TurnId,
} from '@baton/shared-types';

/** Where a handoff stands, as far as the assistant's behaviour depends on it. */
export type HandoffStage = 'none' | 'pending' | 'expired' | 'live' | 'ended';

/** What has happened in a conversation besides slots: a fold of the log. */
export interface ConversationHistory {
  readonly owner: Owner;
  readonly handoff: HandoffStage;
  /** Reasons for which a person has been called so far. */
  readonly calledFor: readonly HandoffReason[];
  /** Slots that a confirming question has been asked about. */
  readonly confirmationsAsked: readonly SlotKey[];
  /** Every sentence that the assistant's decisions have put into a reply. */
  readonly said: readonly string[];
  readonly lastAssistantText: string | null;
  /** Times the safety gate has met abuse before this turn. */
  readonly abuseCount: number;
  /** The visitor's messages, oldest first. */
  readonly visitorTexts: readonly { readonly id: MessageId; readonly text: string }[];
  readonly decisions: readonly DecisionRecord[];
}

const NOTHING: ConversationHistory = {
  owner: { kind: 'assistant' },
  handoff: 'none',
  calledFor: [],
  confirmationsAsked: [],
  said: [],
  lastAssistantText: null,
  abuseCount: 0,
  visitorTexts: [],
  decisions: [],
};

/** Folds the log, in its order. */
export function readHistory(log: readonly LogEvent[]): ConversationHistory {
  return log.reduce(apply, NOTHING);
}

/** The last decision that was recorded for a turn; null when there is none yet. */
export function findDecision(log: readonly LogEvent[], turnId: TurnId): DecisionRecord | null {
  return readHistory(log).decisions.findLast((decision) => decision.turnId === turnId) ?? null;
}

function apply(history: ConversationHistory, event: LogEvent): ConversationHistory {
  switch (event.type) {
    case 'message.sent':
      return afterMessage(history, event);
    case 'decision.recorded':
      return afterDecision(history, event.data.decision);
    case 'owner.changed':
      return { ...history, owner: event.data.owner };
    case 'handoff.requested':
      return {
        ...history,
        handoff: 'pending',
        calledFor: [...history.calledFor, event.data.reason],
      };
    case 'handoff.offered':
      return { ...history, handoff: 'pending' };
    case 'handoff.expired':
      return { ...history, handoff: 'expired' };
    case 'handoff.accepted':
      return { ...history, handoff: 'live' };
    case 'handoff.returned':
    case 'handoff.closed':
      return { ...history, handoff: 'ended' };
    default:
      return history;
  }
}

function afterMessage(
  history: ConversationHistory,
  { actor, data }: LogEventOf<'message.sent'>,
): ConversationHistory {
  switch (actor.kind) {
    case 'visitor': {
      // Files one after the other are not the same words again and again.
      if (data.files) return history;
      const message = { id: data.messageId, text: data.text };
      return { ...history, visitorTexts: [...history.visitorTexts, message] };
    }
    case 'assistant':
      return { ...history, lastAssistantText: data.text };
    default:
      return history;
  }
}

function afterDecision(history: ConversationHistory, decision: DecisionRecord): ConversationHistory {
  const { move, gate } = decision;
  const confirmed = move?.step === 'confirm' && move.slot !== null ? [move.slot] : [];
  return {
    ...history,
    confirmationsAsked: [...history.confirmationsAsked, ...confirmed],
    said: [...history.said, ...(move?.sentences ?? [])],
    abuseCount: history.abuseCount + (gate.rule === 'abuse' ? 1 : 0),
    decisions: [...history.decisions, decision],
  };
}
