import type {
  BundleSlot,
  BundleSlotState,
  BundleValue,
  ConversationView,
  Playbook,
  ProvenValue,
  SlotKey,
  SlotRecord,
} from '@baton/shared-types';
import { assertNever } from '../../kernel/assert.js';
import { displayValue } from '../../qualification/core/index.js';

/** Every slot of the playbook with what is held of it, in the playbook's order. */
export function bundleSlots(view: ConversationView, playbook: Playbook): readonly BundleSlot[] {
  const asked = new Set(view.messages.flatMap((message) => message.asks ?? []));
  return playbook.slots.map(({ key, kind, label }) => {
    const record = view.slots[key];
    return {
      key,
      kind,
      label: label.en,
      state: stateOf(key, record, asked),
      current: record?.current ? toBundleValue(record.current) : null,
      rivals: record?.rivals.map(toBundleValue) ?? [],
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

function toBundleValue({ value, confidence, reason, source, evidence }: ProvenValue): BundleValue {
  return { value, display: displayValue(value, 'en'), confidence, reason, source, evidence };
}
