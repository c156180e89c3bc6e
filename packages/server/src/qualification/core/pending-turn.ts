import type { DecisionRecord, LogEventOf, MessageId } from '@baton/shared-types';
import { historyOf, recentMessages, type TurnLog } from './turn-log.js';
import type { VisitorMessage } from './understanding/reading.js';
import { wordsOf } from './words-of.js';

/** What the assistant owes an answer to. */
export interface PendingTurn {
  readonly messages: readonly VisitorMessage[];
  readonly messageIds: readonly MessageId[];
  /** `seq` of the last of these messages. */
  readonly lastSeq: number;
  /** The decision that has already been recorded for exactly these messages, by a turn that did not finish. */
  readonly decided: DecisionRecord | null;
  /** That decision calls a person, and nobody has been called yet. */
  readonly owesHandoff: boolean;
}

/** The visitor's messages that neither a finished turn nor a person has dealt with; null when there are none. */
export function findPendingTurn(log: TurnLog): PendingTurn | null {
  // What they wrote before is kept, and neither read nor answered by a machine any more.
  if (historyOf(log).hasTakenConsentBack) return null;
  const { recent } = log;
  const pending = listUnanswered(log);
  const last = pending.at(-1);
  if (!last) return null;
  const messageIds = pending.map(({ data }) => data.messageId);
  // What was decided before a person had the word (above all: to call one) is not what is to be said after it.
  const lastOwnedSeq =
    recent.findLast((event) => event.type === 'owner.changed' && event.data.owner.kind === 'agent')?.seq ?? 0;
  const decided = decisionsIn(log).findLast(
    ({ data, seq }) => seq > lastOwnedSeq && isSame(data.decision.inputs.messageIds, messageIds),
  );
  return {
    messages: pending.map(({ data }) => ({ id: data.messageId, text: wordsOf(data) })),
    messageIds,
    lastSeq: last.seq,
    decided: decided?.data.decision ?? null,
    owesHandoff:
      decided !== undefined &&
      decided.data.decision.handoff !== null &&
      !recent.some((event) => event.type === 'handoff.requested' && event.seq > decided.seq),
  };
}

/** The visitor's messages that nobody has dealt with, consented or not. What is past has been dealt with. */
export function listUnanswered(log: TurnLog): readonly LogEventOf<'message.sent'>[] {
  const sent = recentMessages(log);
  const spoken = new Set(
    sent.filter(({ actor }) => actor.kind === 'assistant').map(({ data }) => data.turnId),
  );
  const finished = decisionsIn(log)
    .map(({ data }) => data.decision)
    .filter((decision) => decision.move === null || spoken.has(decision.turnId));
  const handled = new Set(finished.flatMap((decision) => decision.inputs.messageIds));
  const lastAgentSeq = sent.findLast(({ actor }) => actor.kind === 'agent')?.seq ?? 0;
  return sent.filter(
    ({ actor, data, seq }) => actor.kind === 'visitor' && seq > lastAgentSeq && !handled.has(data.messageId),
  );
}

function decisionsIn({ recent }: TurnLog): readonly LogEventOf<'decision.recorded'>[] {
  return recent.filter(
    (event): event is LogEventOf<'decision.recorded'> => event.type === 'decision.recorded',
  );
}

function isSame(left: readonly MessageId[], right: readonly MessageId[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
