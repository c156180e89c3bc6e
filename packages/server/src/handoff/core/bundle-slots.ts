import type {
  BundleSlot,
  BundleSlotState,
  BundleValue,
  ConversationView,
  DeskLanguage,
  Playbook,
  ProvenValue,
  SlotKey,
  SlotRecord,
} from '@baton/shared-types';
import { assertNever } from '../../kernel/assert.js';
import { displayValue } from '../../qualification/core/index.js';
import type { Desk } from './words/desk.js';

/** Every slot of the playbook with what is held of it, in the playbook's order. */
export function bundleSlots(
  view: ConversationView,
  playbook: Playbook,
  { language, slotOf }: Desk,
): readonly BundleSlot[] {
  const asked = new Set(view.messages.flatMap((message) => message.asks ?? []));
  const inWords = (value: ProvenValue) => toBundleValue(value, language);
  return playbook.slots.map(({ key, kind }) => {
    const record = view.slots[key];
    return {
      key,
      kind,
      label: slotOf(key).label,
      state: stateOf(key, record, asked),
      current: record?.current ? inWords(record.current) : null,
      rivals: record?.rivals.map(inWords) ?? [],
    };
  });
}

function stateOf(key: SlotKey, record: SlotRecord | undefined, asked: ReadonlySet<SlotKey>): BundleSlotState {
  const state = record?.state ?? 'empty';
  switch (state) {
    case 'confirmed':
      return 'filled';
    case 'proposed':
      return 'unclear';
    case 'conflicted':
      return 'conflicting';
    case 'declined':
    case 'withdrawn':
      return state;
    case 'empty':
      return asked.has(key) ? 'unclear' : 'not_asked';
    default:
      return assertNever(state);
  }
}

function toBundleValue(
  { value, confidence, reason, source, evidence }: ProvenValue,
  language: DeskLanguage,
): BundleValue {
  return { value, display: displayValue(value, language), confidence, reason, source, evidence };
}
