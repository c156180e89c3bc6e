import type {
  CompositeScore,
  ConversationView,
  Evidence,
  MessageId,
  MessageView,
  ScoreReason,
} from '@baton/shared-types';

/**
 * The score with words for every point. What stands on slots has theirs; what stands on an intent or a mood was heard in
 * the lines of the turn that brought it, so that is where it leads.
 */
export function traceScore(view: ConversationView, score: CompositeScore): CompositeScore {
  return { ...score, reasons: score.reasons.map((reason) => withWords(view, reason)) };
}

function withWords({ decisions, messages }: ConversationView, reason: ScoreReason): ScoreReason {
  if (reason.evidence.length > 0 || reason.slots.length > 0) return reason;
  const first = decisions.find(({ decision }) =>
    decision.score.reasons.some(({ rule }) => rule === reason.rule),
  );
  const ids = new Set<MessageId>(first?.decision.inputs.messageIds ?? []);
  return { ...reason, evidence: messages.filter(({ messageId }) => ids.has(messageId)).map(wholeLine) };
}

function wholeLine({ messageId, text }: MessageView): Evidence {
  return { messageId, start: 0, end: text.length, quote: text };
}
