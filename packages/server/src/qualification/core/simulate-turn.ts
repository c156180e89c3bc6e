import type {
  ConversationId,
  DecisionInputs,
  DecisionRecord,
  EventId,
  EventType,
  LogEvent,
  LogEventOf,
  MessageId,
  NewEvent,
  Passage,
  SiteId,
  TurnId,
  VisitorId,
} from '@baton/shared-types';
import { EVENT_SCHEMA_VERSION } from '@baton/shared-types';
import { decideTurn } from './decide-turn.js';
import { findPendingTurn } from './pending-turn.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { recallMemory } from './recall-memory.js';
import { wholeLog } from './turn-log.js';

export interface SimulationClock {
  /** ISO 8601 UTC. */
  readonly now: string;
  /** IANA name. */
  readonly timeZone: string;
}

const PAGE = { url: '', title: '', referrer: '' };
const VISITOR = { kind: 'visitor', id: numbered('vis', 1) as VisitorId } as const;
const SYSTEM = { kind: 'system' } as const;

/** The log of a conversation that has just begun and that nobody else will see. */
export function beginSimulation(locale: string, clock: SimulationClock): readonly LogEvent[] {
  const data = { siteId: numbered('sit', 1) as SiteId, page: PAGE, locale, timeZone: clock.timeZone };
  return appended([], clock, { type: 'conversation.started', actor: SYSTEM, audience: 'public', data });
}

/** The log with one more line of the visitor. */
export function simulateLine(
  log: readonly LogEvent[],
  text: string,
  clock: SimulationClock,
): readonly LogEvent[] {
  return said(log, clock, { text, actor: VISITOR, origin: 'human', asks: null, turnId: null });
}

export interface SimulatedDecision {
  readonly log: readonly LogEvent[];
  readonly decision: DecisionRecord;
  readonly reply: string | null;
}

/** What the rules decide about the lines that nobody has answered, and the log afterwards. No model has a part in it. */
export function simulateTurn(
  log: readonly LogEvent[],
  compiled: CompiledPlaybook,
  clock: SimulationClock,
  passages: readonly Passage[] = [],
): SimulatedDecision | null {
  const pending = findPendingTurn(wholeLog(log));
  if (!pending) return null;
  const inputs = simulatedInputs(log, compiled, clock, pending.messageIds);
  const turnId = numbered('trn', log.length) as TurnId;
  const { record, changes } = decideTurn(
    { log: wholeLog(log), turnId, inputs: { ...inputs, passages } },
    compiled,
  );
  const internal = { actor: SYSTEM, audience: 'internal' } as const;
  let next = appended(
    log,
    clock,
    ...changes.map(({ type, slot }) => ({ type, ...internal, data: { slot } })),
    { type: 'decision.recorded', ...internal, data: { decision: record } },
  );
  if (record.handoff !== null) {
    const handoffId = numbered('hnd', log.length);
    next = appended(
      next,
      clock,
      {
        type: 'handoff.requested',
        actor: SYSTEM,
        audience: 'public',
        data: { handoffId, reason: record.handoff },
      },
      {
        type: 'owner.changed',
        actor: SYSTEM,
        audience: 'public',
        data: { owner: { kind: 'queue' }, epoch: next.length },
      },
    );
  }
  if (record.move === null) return { log: next, decision: record, reply: null };
  const reply = record.move.sentences.join(' ');
  const spoken = {
    text: reply,
    actor: { kind: 'assistant' },
    origin: 'template',
    asks: record.move.slot,
  } as const;
  return { log: said(next, clock, { ...spoken, turnId }), decision: record, reply };
}

/** The inputs of the next turn as a conversation without a past, a kill switch or a budget would have them. */
export function simulatedInputs(
  log: readonly LogEvent[],
  compiled: CompiledPlaybook,
  { now, timeZone }: SimulationClock,
  messageIds: readonly MessageId[],
): DecisionInputs {
  const memory = recallMemory(log, compiled.playbook.slots);
  return {
    messageIds,
    asked: memory.asked,
    now,
    timeZone,
    headSeq: log.length,
    veto: {
      automationPaused: false,
      doNotContact: memory.flags.optOut,
      humanOwns: false,
      turnsTaken: memory.turnsTaken,
      modelBudgetSpent: false,
    },
    modelCandidates: [],
    passages: [],
    planner: 'on',
  };
}

interface Said extends Pick<LogEventOf<'message.sent'>, 'actor'> {
  readonly text: string;
  readonly origin: 'human' | 'template';
  readonly asks: string | null;
  readonly turnId: TurnId | null;
}

function said(
  log: readonly LogEvent[],
  clock: SimulationClock,
  { actor, ...message }: Said,
): readonly LogEvent[] {
  const data = {
    messageId: numbered('msg', log.length + 1) as MessageId,
    kind: 'text',
    quickReplies: [],
    citations: [],
    interrupted: false,
    ...message,
  } as const;
  return appended(log, clock, { type: 'message.sent', actor, audience: 'public', data });
}

function appended(
  log: readonly LogEvent[],
  { now }: SimulationClock,
  ...events: readonly {
    readonly type: EventType;
    readonly actor: NewEvent['actor'];
    readonly audience: NewEvent['audience'];
    readonly data: unknown;
  }[]
): readonly LogEvent[] {
  const lines = events.map((event, index) => {
    const seq = log.length + index + 1;
    const line = {
      ...event,
      id: numbered('evt', seq) as EventId,
      conversationId: numbered('cnv', 1) as ConversationId,
      seq,
      schemaVersion: EVENT_SCHEMA_VERSION,
      at: now,
      epoch: 0,
      clientId: null,
    };
    return line as LogEvent;
  });
  return [...log, ...lines];
}

function numbered(prefix: string, n: number): string {
  return `${prefix}_${String(n).padStart(26, '0')}`;
}
