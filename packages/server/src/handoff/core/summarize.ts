import type { BundleSlot, ConversationView, MessageId, SlotKind, SourcedSentence } from '@baton/shared-types';
import { displayValue } from '../../qualification/core/index.js';

/** A few sentences that say who this is and what they want. Each stands on messages; none is made up. */
export function summarize(view: ConversationView, slots: readonly BundleSlot[]): readonly SourcedSentence[] {
  // What an agent noted without the visitor's words stands among the slots and the corrections: nothing here proves it.
  const proven = slots.filter(({ current }) => current && current.evidence.length > 0);
  const held = new Map(proven.map((slot) => [slot.kind, slot]));
  const sentence = (
    kinds: readonly SlotKind[],
    words: (display: (kind: SlotKind) => string | null) => string | null,
  ) => {
    const text = words((kind) => held.get(kind)?.current?.display ?? null);
    if (text === null) return [];
    return [{ text, messageIds: sourcesOf(kinds.flatMap((kind) => held.get(kind) ?? [])) }];
  };
  return [
    ...callForPerson(view),
    ...sentence(['name', 'role', 'company', 'country'], who),
    ...sentence(['use_case'], (display) => quote('Wants it for', display('use_case'))),
    ...sentence(['team_size', 'current_tool'], (display) =>
      size(display('team_size'), display('current_tool')),
    ),
    ...sentence(['budget', 'timeline'], (display) => terms(display('budget'), display('timeline'))),
  ];
}

function who(display: (kind: SlotKind) => string | null): string | null {
  const name = display('name');
  const role = display('role');
  const company = display('company');
  const country = display('country');
  if (!name && !role && !company) return null;
  const person = name ? (role ? `${name}, ${role}` : name) : (role ?? 'Somebody');
  return `${person}${company ? ` at ${company}` : ''}${country ? ` (${country})` : ''}.`;
}

function quote(lead: string, words: string | null): string | null {
  return words === null ? null : `${lead}: “${words.replace(/[.\s]+$/, '')}”.`;
}

function size(team: string | null, tool: string | null): string | null {
  if (!team && !tool) return null;
  const people = team ? `${team} ${team === '1' ? 'person' : 'people'} would use it` : null;
  const today = tool ? `they use ${tool} today` : null;
  const text = [people, today].filter((part) => part !== null).join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function terms(budget: string | null, timeline: string | null): string | null {
  if (!budget && !timeline) return null;
  const parts = [
    budget ? `Budget: ${budget}` : null,
    timeline ? `${budget ? 'time frame' : 'Time frame'}: ${timeline}` : null,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

function callForPerson(view: ConversationView): readonly SourcedSentence[] {
  const reason = view.handoff?.reason;
  if (reason !== 'human_request' && reason !== 'complaint') return [];
  const decided = view.decisions.find(({ decision }) => decision.handoff === reason);
  const messageIds = decided?.decision.inputs.messageIds ?? [];
  if (messageIds.length === 0) return [];
  if (reason === 'human_request') return [{ text: 'Asked for a person.', messageIds }];
  const words = view.messages.find(({ messageId }) => messageId === messageIds[0])?.text ?? '';
  return [{ text: quote('Has a complaint', displayValue(words, 'en')) ?? 'Has a complaint.', messageIds }];
}

function sourcesOf(slots: readonly BundleSlot[]): readonly MessageId[] {
  const ids = slots.flatMap((slot) => slot.current?.evidence.map((evidence) => evidence.messageId) ?? []);
  return [...new Set(ids)];
}
