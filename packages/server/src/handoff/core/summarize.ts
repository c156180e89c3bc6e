import type { BundleSlot, ConversationView, MessageId, SlotKind, SourcedSentence } from '@baton/shared-types';
import { displayValue } from '../../qualification/core/index.js';
import type { HandoffWords } from './words/desk.js';

/** A few sentences that say who this is and what they want. Each stands on messages; none is made up. */
export function summarize(
  view: ConversationView,
  slots: readonly BundleSlot[],
  say: HandoffWords['summary'],
): readonly SourcedSentence[] {
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
    ...callForPerson(view, say),
    ...sentence(['name', 'role', 'company', 'country'], (display) => who(display, say)),
    ...sentence(['use_case'], (display) => {
      const purpose = display('use_case');
      return purpose === null ? null : say.purpose(withoutStop(purpose));
    }),
    ...sentence(['team_size', 'current_tool'], (display) => {
      const [people, tool] = [display('team_size'), display('current_tool')];
      return people || tool ? say.size({ people, tool }) : null;
    }),
    ...sentence(['budget', 'timeline'], (display) => {
      const [budget, timeline] = [display('budget'), display('timeline')];
      return budget || timeline ? say.terms({ budget, timeline }) : null;
    }),
  ];
}

function who(display: (kind: SlotKind) => string | null, say: HandoffWords['summary']): string | null {
  const [name, role, company] = [display('name'), display('role'), display('company')];
  return name || role || company ? say.who({ name, role, company, country: display('country') }) : null;
}

function withoutStop(words: string): string {
  return words.replace(/[.\s]+$/, '');
}

function callForPerson(view: ConversationView, say: HandoffWords['summary']): readonly SourcedSentence[] {
  const reason = view.handoff?.reason;
  if (reason !== 'human_request' && reason !== 'complaint') return [];
  const decided = view.decisions.find(({ decision }) => decision.handoff === reason);
  const messageIds = decided?.decision.inputs.messageIds ?? [];
  if (messageIds.length === 0) return [];
  if (reason === 'human_request') return [{ text: say.askedForPerson, messageIds }];
  const complaint = view.messages.find(({ messageId }) => messageId === messageIds[0])?.text ?? '';
  // A visitor's own words read the same in every language.
  return [{ text: say.complaint(withoutStop(displayValue(complaint, 'en'))), messageIds }];
}

function sourcesOf(slots: readonly BundleSlot[]): readonly MessageId[] {
  const ids = slots.flatMap((slot) => slot.current?.evidence.map((evidence) => evidence.messageId) ?? []);
  return [...new Set(ids)];
}
