import type { LeadFate, LeadLedgerEntry, LogEvent, LogEventOf, PlaybookSlot } from '@baton/shared-types';
import { decisionsOf } from './back-test.js';
import { findPendingTurn } from './pending-turn.js';
import { recallMemory } from './recall-memory.js';
import { findEmails } from './understanding/contact/find-emails.js';
import { belongsToSomebodyElse } from './understanding/cues/other-people.js';

type Line = LogEventOf<'message.sent'>;
type Words = LeadLedgerEntry['words'];

/** What became of the contact details in a conversation; null when none appeared. */
export type LeadClassification = Pick<LeadLedgerEntry, 'fate' | 'because' | 'words'>;

/**
 * The lead-loss ledger's judgement: a contact detail that the visitor wrote is captured, was declined or taken
 * back, has an explanation, or is lost. Nothing else is possible, and `lost` is for people to look at.
 */
export function classifyLead(
  log: readonly LogEvent[],
  slots: readonly PlaybookSlot[],
): LeadClassification | null {
  const contact = slots.filter(({ kind }) => kind === 'email' || kind === 'phone');
  const written = addressesIn(log);
  const read = evidenceIn(log, contact);
  const words = [
    ...new Map([...written, ...read].map((each) => [`${each.messageId} ${each.quote}`, each])).values(),
  ];
  if (words.length === 0) return null;
  const judged = (fate: LeadFate, because: string) => ({ fate, because, words });
  const memory = recallMemory(log, slots);
  const records = contact.flatMap(({ key }) => memory.slots[key] ?? []);
  if (records.some(({ current }) => current !== null))
    return judged('captured', 'A way to reach the visitor is held, with the words that prove it.');
  if (memory.flags.optOut) return judged('declined', 'The visitor asked not to be contacted.');
  if (records.some(({ state }) => state === 'declined' || state === 'withdrawn'))
    return judged('declined', 'The visitor declined to be reached, or took the contact detail back.');
  return (
    explained(log, words, judged) ?? judged('lost', 'A contact detail was written and nothing holds it.')
  );
}

/** Every line has an explanation of its own, or the lead is lost. */
function explained(
  log: readonly LogEvent[],
  words: Words,
  judged: (fate: LeadFate, because: string) => LeadClassification,
): LeadClassification | null {
  const lines = linesOf(log).filter(({ data }) =>
    words.some(({ messageId }) => messageId === data.messageId),
  );
  const isClosed = log.some(({ type }) => type === 'conversation.closed');
  const pending = isClosed ? [] : (findPendingTurn(log)?.messageIds ?? []);
  const reasons = lines.map((line) => explanationOf(log, line, pending));
  if (reasons.length === 0 || reasons.some((reason) => reason === null)) return null;
  return judged('explained', [...new Set(reasons)].join(' '));
}

function explanationOf(
  log: readonly LogEvent[],
  line: Line,
  pending: readonly Line['data']['messageId'][],
): string | null {
  const { messageId, text } = line.data;
  if (hasOwner(log, line, 'agent')) return 'It was written to a person, who had the conversation.';
  if (pending.includes(messageId)) return 'The assistant has not dealt with it yet.';
  const found = findEmails(text);
  if (found.length > 0 && found.every(({ start, end }) => belongsToSomebodyElse(text, start, end)))
    return 'By the words around it, it belongs to somebody else.';
  const ruling = decisionsOf(log).find(({ inputs }) => inputs.messageIds.includes(messageId))?.gate;
  return ruling?.outcome === 'stop' ? `The safety gate had stopped the assistant: ${ruling.because}` : null;
}

/** Addresses in the visitor's own words, whether or not anything was made of them. */
function addressesIn(log: readonly LogEvent[]): Words {
  return linesOf(log).flatMap(({ data }) =>
    findEmails(data.text).map(({ start, end }) => ({
      messageId: data.messageId,
      quote: data.text.slice(start, end),
    })),
  );
}

/** Words that once filled a contact slot. */
function evidenceIn(log: readonly LogEvent[], contact: readonly PlaybookSlot[]): Words {
  return log.flatMap((event) => {
    if (!('slot' in event.data)) return [];
    const { slot } = event.data;
    if (!contact.some(({ key }) => key === slot.key)) return [];
    const values = [...(slot.current ? [slot.current] : []), ...slot.rivals];
    return values.flatMap(({ evidence }) => evidence.map(({ messageId, quote }) => ({ messageId, quote })));
  });
}

function linesOf(log: readonly LogEvent[]): readonly Line[] {
  return log.filter(
    (event): event is Line => event.type === 'message.sent' && event.actor.kind === 'visitor',
  );
}

/** Who had the word when a line was written. */
function hasOwner(log: readonly LogEvent[], { seq }: Line, kind: 'agent'): boolean {
  const change = log.findLast((event) => event.type === 'owner.changed' && event.seq < seq);
  return change?.type === 'owner.changed' && change.data.owner.kind === kind;
}
