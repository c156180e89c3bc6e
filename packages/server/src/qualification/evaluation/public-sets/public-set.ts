/** One figure about a public set of texts. */
export interface Measure {
  readonly name: string;
  /** From 0 to 1. */
  readonly value: number;
  /** Half the width of the 95 % interval over the folds; null for a figure without folds. */
  readonly plusMinus: number | null;
  /** Number of examples behind the figure. */
  readonly count: number;
  /** What the figure stands on, for people: "341 right, 4 invented, 28 missed". */
  readonly detail: string;
}

export interface SetReport {
  readonly set: string;
  readonly measures: readonly Measure[];
}

/** A public set of labelled texts that is not ours to ship: found by its file, measured where it is. */
export interface PublicSet {
  readonly name: string;
  /** Below the folder given with `--data`. */
  readonly file: string;
  measure(content: string): readonly Measure[];
}
