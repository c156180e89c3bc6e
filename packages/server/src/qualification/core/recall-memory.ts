import type { LogEvent, LogEventOf, VisitorFlag } from '@baton/shared-types';
import { applySlotChange } from './memory/merge-understanding.js';
import {
  emptyMemory,
  type MemorySlot,
  type QualificationMemory,
  rememberAsked,
  rememberPassedOver,
  rememberTurn,
} from './memory/qualification-memory.js';
import type { VisitorFlags } from './understanding/reading.js';

/**
 * What is held about the visitor, folded from the log alone. `before` is the memory of the events before these, folded
 * for whatever slots: what it knows of them stands beside those of `slots` of which nothing has been said.
 */
export function recallMemory(
  log: readonly LogEvent[],
  slots: readonly MemorySlot[],
  before?: QualificationMemory,
): QualificationMemory {
  const empty = emptyMemory(slots);
  const start = before ? { ...before, slots: { ...empty.slots, ...before.slots } } : empty;
  return log.reduce(apply, start);
}

function apply(memory: QualificationMemory, event: LogEvent): QualificationMemory {
  switch (event.type) {
    case 'conversation.started':
      return { ...memory, language: event.data.locale.split('-')[0]?.toLowerCase() || 'en' };
    case 'message.sent':
      return afterMessage(memory, event);
    case 'slot.proposed':
    case 'slot.filled':
    case 'slot.corrected':
    case 'slot.conflicted':
    case 'slot.declined':
    case 'slot.withdrawn':
      return applySlotChange(memory, event.data.slot);
    case 'decision.recorded': {
      const { intents, flags, language, plan } = event.data.decision;
      const heard = rememberPassedOver(memory, plan.includes('answer'));
      return { ...heard, intents, language, flags: toFlags(flags) };
    }
    case 'note.added':
      return event.data.steer ? { ...memory, steer: event.data.steer } : memory;
    default:
      return memory;
  }
}

function afterMessage(
  memory: QualificationMemory,
  { actor, data }: LogEventOf<'message.sent'>,
): QualificationMemory {
  switch (actor.kind) {
    case 'assistant':
      return rememberTurn(rememberAsked(memory, data.asks));
    // A person's message changes the subject: the next line is no answer to the assistant's question.
    case 'agent':
      return rememberAsked(memory, null);
    default:
      return memory;
  }
}

function toFlags(raised: readonly VisitorFlag[]): VisitorFlags {
  const has = (flag: VisitorFlag) => raised.includes(flag);
  return {
    optOut: has('optOut'),
    spam: has('spam'),
    abuse: has('abuse'),
    jobSeeker: has('jobSeeker'),
    noBusinessUse: has('noBusinessUse'),
    willNotBuy: has('willNotBuy'),
    businessNeed: has('businessNeed'),
  };
}
