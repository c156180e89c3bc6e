import type { SlotKey } from './slots.js';

/** Ways of answering a question beside free text, which always stays. */
export const QUESTION_INPUTS = ['email', 'phone', 'date', 'number', 'rating', 'file'] as const;

/** How a question may be answered beside free text. What is chosen or typed becomes an ordinary message. */
export type QuestionInput =
  | { readonly kind: (typeof QUESTION_INPUTS)[number] }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** A slot as the visitor sees it on their card: what was noted, in their own words, and how it is read. */
export interface CardLine {
  readonly key: SlotKey;
  readonly label: string;
  readonly state: 'noted' | 'unclear' | 'declined' | 'withdrawn';
  /** The value in words; null when nothing is held. */
  readonly display: string | null;
  /** The visitor's words that it was read from; null when nothing is held. */
  readonly quote: string | null;
}
