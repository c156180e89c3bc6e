import type {
  DecisionRecord,
  HandoffReason,
  LogEvent,
  LogEventOf,
  MessageId,
  Owner,
  SlotKey,
} from '@baton/shared-types';

/** Where a handoff stands, as far as the assistant's behaviour depends on it. */
export type HandoffStage = 'none' | 'pending' | 'expired' | 'live' | 'ended';

export interface ConversationLine {
  readonly from: 'visitor' | 'company';
  readonly text: string;
}

/** What has happened in a conversation besides slots: a fold of the log that does not grow with every line. */
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
  /** The last message of the company, whoever wrote it. */
  readonly lastCompanyText: string | null;
  /** Times the safety gate has met abuse before this turn. */
  readonly abuseCount: number;
  /** The last `LINES_SHOWN` messages, oldest first. */
  readonly lines: readonly ConversationLine[];
  /** What the visitor has written in words of late, oldest first. */
  readonly visitorTexts: readonly { readonly id: MessageId; readonly text: string }[];
  /** The visitor's last word on consent was no. */
  readonly hasTakenConsentBack: boolean;
  /** A person has switched the assistant off in this conversation. */
  readonly isPaused: boolean;
  /** What a colleague who gave the conversation back told the assistant; the last word of each sort holds. */
  readonly fromColleague: Readonly<Partial<Record<'summary' | 'instructions', string>>>;
}

/** The history of a conversation in which nothing has happened. */
export const NO_HISTORY: ConversationHistory = {
  owner: { kind: 'assistant' },
  handoff: 'none',
  calledFor: [],
  confirmationsAsked: [],
  said: [],
  lastAssistantText: null,
  lastCompanyText: null,
  abuseCount: 0,
  lines: [],
  visitorTexts: [],
  hasTakenConsentBack: false,
  isPaused: false,
  fromColleague: {},
};

/** Lines of the conversation that a model is shown. */
const LINES_SHOWN = 12;
/**
 * What the visitor has written: the last four are compared, and a short question may go on from the one before it. A
 * question in more lines than these is not short.
 */
const VISITOR_TEXTS_KEPT = 24;

/** Folds events in their order, onto what came before them. */
export function readHistory(
  events: readonly LogEvent[],
  before: ConversationHistory = NO_HISTORY,
): ConversationHistory {
  return events.reduce(apply, before);
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
        calledFor: withNew(history.calledFor, [event.data.reason]),
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
    case 'consent.recorded':
      return { ...history, hasTakenConsentBack: !event.data.granted };
    case 'override.recorded': {
      const { override } = event.data;
      return override.kind === 'automation' ? { ...history, isPaused: override.paused } : history;
    }
    case 'note.added': {
      const { kind, text } = event.data;
      if (kind !== 'summary' && kind !== 'instructions') return history;
      return { ...history, fromColleague: { ...history.fromColleague, [kind]: text } };
    }
    default:
      return history;
  }
}

function afterMessage(
  before: ConversationHistory,
  { actor, data }: LogEventOf<'message.sent'>,
): ConversationHistory {
  const line: ConversationLine = { from: actor.kind === 'visitor' ? 'visitor' : 'company', text: data.text };
  const history = { ...before, lines: [...before.lines, line].slice(-LINES_SHOWN) };
  switch (actor.kind) {
    case 'visitor': {
      // Files one after the other are not the same words again and again.
      if (data.files) return history;
      const message = { id: data.messageId, text: data.text };
      return { ...history, visitorTexts: [...history.visitorTexts, message].slice(-VISITOR_TEXTS_KEPT) };
    }
    case 'assistant':
      return { ...history, lastAssistantText: data.text, lastCompanyText: data.text };
    case 'agent':
      return { ...history, lastCompanyText: data.text };
    default:
      return history;
  }
}

function afterDecision(history: ConversationHistory, decision: DecisionRecord): ConversationHistory {
  const { move, gate } = decision;
  const confirmed = move?.step === 'confirm' && move.slot !== null ? [move.slot] : [];
  return {
    ...history,
    confirmationsAsked: withNew(history.confirmationsAsked, confirmed),
    said: withNew(history.said, move?.sentences ?? []),
    abuseCount: history.abuseCount + (gate.rule === 'abuse' ? 1 : 0),
  };
}

/** The same list where nothing is new. */
function withNew<T>(known: readonly T[], more: readonly T[]): readonly T[] {
  const fresh = [...new Set(more)].filter((each) => !known.includes(each));
  return fresh.length === 0 ? known : [...known, ...fresh];
}
