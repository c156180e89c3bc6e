import type { GateRuling, HandoffReason } from '@baton/shared-types';
import type { ConversationHistory } from './history.js';
import type { Understanding } from './understanding/reading.js';

/**
 * Whether a person is called in this turn, and why. Nobody is called twice for the same thing, unless the
 * visitor asks or complains anew; nobody while a call is open; and after an opt-out only at the visitor's wish.
 */
export function dueHandoff(
  reasons: readonly HandoffReason[],
  history: ConversationHistory,
  understanding: Understanding,
  gate: GateRuling,
): HandoffReason | null {
  if (gate.rule === 'human_owns' || history.handoff === 'pending' || history.handoff === 'live') return null;
  // Where the assistant keeps silent, people have to know that somebody writes.
  const pausedCall: readonly HandoffReason[] = gate.rule === 'automation_paused' ? ['automation_paused'] : [];
  const saidNow = (reason: HandoffReason) => isIntent(reason) && understanding.intents.includes(reason);
  // In the queue with nobody available, only an express wish starts another call.
  const waiting = history.owner.kind === 'queue';
  const due = [...reasons, ...pausedCall].find((reason) =>
    waiting
      ? reason === 'human_request' && saidNow(reason)
      : saidNow(reason) || !history.calledFor.includes(reason),
  );
  if (due === undefined) return null;
  const optedOut = gate.rule === 'opt_out' || gate.rule === 'do_not_contact';
  return optedOut && !(due === 'human_request' && saidNow(due)) ? null : due;
}

/** Reasons that the visitor gives in so many words. */
function isIntent(reason: HandoffReason): reason is 'human_request' | 'complaint' {
  return reason === 'human_request' || reason === 'complaint';
}
