import type { SlotKind, SlotValue } from '@baton/shared-types';

/** `undefined`: not a value of this kind. */
export function parseValue(kind: SlotKind, text: string): SlotValue | undefined {
  const words = text.trim();
  if (kind !== 'team_size') return words === '' ? undefined : words;
  const match = /^(\d{1,7})(?:\s*(?:-|–|to|bis)\s*(\d{1,7}))?(?:\s+\p{L}+)?$/iu.exec(words);
  if (!match) return undefined;
  const min = Number(match[1]);
  const max = match[2] === undefined ? min : Number(match[2]);
  return min > max ? undefined : { min, max };
}
