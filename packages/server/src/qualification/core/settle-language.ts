import type { SlotKind } from '@baton/shared-types';

export interface LanguageFacts {
  /** The conversation's language so far. */
  readonly held: string;
  /** What the new messages look like. */
  readonly heard: string;
  /** The new messages, one per line. */
  readonly said: string;
  /** What the assistant had asked for. */
  readonly asked: SlotKind | null;
  /** Nobody has answered the visitor yet. */
  readonly isOpening: boolean;
}

/** Fewer words than this do not change the language of a conversation that has begun. */
const TELLING_WORDS = 3;
/** Names look like any language. */
const NAMES: readonly SlotKind[] = ['name', 'company', 'email', 'phone', 'current_tool', 'role', 'country'];

/** The language to go on in: a name or a word or two of another language does not change it. */
export function settleLanguage({ held, heard, said, asked, isOpening }: LanguageFacts): string {
  if (held === heard || isOpening) return heard;
  const words = said.match(/\p{L}{2,}/gu)?.length ?? 0;
  const answersWithName = asked !== null && NAMES.includes(asked);
  return words < (answersWithName ? 2 * TELLING_WORDS : TELLING_WORDS) ? held : heard;
}
