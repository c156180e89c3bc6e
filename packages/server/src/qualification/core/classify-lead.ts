import type { LeadFate, LeadLedgerEntry, LogEvent, LogEventOf, PlaybookSlot } from '@baton/shared-types';
import { decisionsOf } from './back-test.js';
import { findPendingTurn } from './pending-turn.js';
import { recallMemory } from './recall-memory.js';
import { wholeLog } from './turn-log.js';
import { findEmails } from './understanding/contact/find-emails.js';
import { belongsToSomebodyElse } from './understanding/cues/other-people.js';
import type { QualificationWords } from './words/qualification-words.js';

type Line = LogEventOf<'message.sent'>;
type Written = LeadLedgerEntry['words'];
type LedgerWords = QualificationWords['ledger'];

/** What became of the contact details in a conversation; null when none appeared. */
export type LeadClassification = Pick<LeadLedgerEntry, 'fate' | 'because' | 'words'>;

/**
 * The lead-loss ledger's judgement: a contact detail that the visitor wrote is captured, was declined or taken
 * back, has an explanation, or is lost. Nothing else is possible, and `lost` is for people to look at.
 */
export function classifyLead(
  log: readonly LogEvent[],
  slots: readonly PlaybookSlot[],
  say: LedgerWords,
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
  if (records.some(({ current }) => current !== null)) return judged('captured', say.captured);
  if (memory.flags.optOut) return judged('declined', say.optedOut);
  if (records.some(({ state }) => state === 'declined' || state === 'withdrawn'))
    return judged('declined', say.declined);
  const because = explainAll(log, words, say);
  return because === null ? judged('lost', say.lost) : judged('explained', because);
}

/** Every line has an explanation of its own, or the lead is lost: null. */
function explainAll(log: readonly LogEvent[], words: Written, say: LedgerWords): string | null {
  const lines = linesOf(log).filter(({ data }) =>
    words.some(({ messageId }) => messageId === data.messageId),
  );
  const isClosed = log.some(({ type }) => type === 'conversation.closed');
  const pending = isClosed ? [] : (findPendingTurn(wholeLog(log))?.messageIds ?? []);
  const reasons = lines.map((line) => explanationOf(line, { log, pending, say }));
  if (reasons.length === 0 || reasons.some((reason) => reason === null)) return null;
  return [...new Set(reasons)].join(' ');
}

function explanationOf(
  line: Line,
  {
    log,
    pending,
    say,
  }: {
    readonly log: readonly LogEvent[];
    readonly pending: readonly Line['data']['messageId'][];
    readonly say: LedgerWords;
  },
): string | null {
  const { messageId, text } = line.data;
  if (hasOwner(log, line, 'agent')) return say.toPerson;
  if (pending.includes(messageId)) return say.pending;
  const found = findEmails(text);
  if (found.length > 0 && found.every(({ start, end }) => belongsToSomebodyElse(text, start, end)))
    return say.somebodyElses;
  const ruling = decisionsOf(log).find(({ inputs }) => inputs.messageIds.includes(messageId))?.gate;
  return ruling?.outcome === 'stop' ? say.stopped(ruling.because) : null;
}

/** Addresses in the visitor's own words, whether or not anything was made of them. */
function addressesIn(log: readonly LogEvent[]): Written {
  return linesOf(log).flatMap(({ data }) =>
    findEmails(data.text).map(({ start, end }) => ({
      messageId: data.messageId,
      quote: data.text.slice(start, end),
    })),
  );
}

/** Words that once filled a contact slot. */
function evidenceIn(log: readonly LogEvent[], contact: readonly PlaybookSlot[]): Written {
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
