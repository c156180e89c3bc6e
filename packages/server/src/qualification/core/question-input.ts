import type { PlaybookSlot, QuestionInput, SlotKind } from '@baton/shared-types';
import { localize } from './playbook/localize.js';

const BY_KIND: { readonly [K in SlotKind]?: QuestionInput } = {
  email: { kind: 'email' },
  phone: { kind: 'phone' },
  timeline: { kind: 'date' },
  team_size: { kind: 'number' },
};

/** How the question about a slot may be answered beside free text; null where free text is all there is. */
export function questionInput({ kind, input }: PlaybookSlot, language: string): QuestionInput | null {
  if (input === undefined) return BY_KIND[kind] ?? null;
  switch (input.kind) {
    case 'text':
      return null;
    case 'choice':
      return { kind: 'choice', options: localize(input.options, language) };
    default:
      return { kind: input.kind };
  }
}
