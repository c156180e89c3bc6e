/** One number as it stands in the text, before ranges and bounds. */
export interface NumberAtom {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** "k", "million", "lakh" …, already multiplied into `value`; 1 where there is none. */
  readonly scale: number;
  readonly multiplier: string | null;
  readonly spelled: boolean;
}
