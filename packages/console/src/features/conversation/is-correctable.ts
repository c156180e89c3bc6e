import type { SlotKind } from '@baton/shared-types';

/** Kinds whose value is what was typed, as it is. */
const TEXT_KINDS: ReadonlySet<SlotKind> = new Set<SlotKind>([
  'name',
  'email',
  'phone',
  'company',
  'role',
  'country',
  'use_case',
  'current_tool',
]);

export function isCorrectable(kind: SlotKind): boolean {
  return TEXT_KINDS.has(kind) || kind === 'team_size';
}
