import type { Ground } from './ground/ground.ts';

/** One measured number, beside the floor's in the same run where there is one. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly baton: number;
  readonly floor: number | null;
  /** `baton / floor`; null without a floor. */
  readonly ratio: number | null;
  /** What the figure is held against, in words; null: it is only told. */
  readonly bar: string | null;
  readonly met: boolean | null;
}

/** Measures one thing, on a ground of its own. */
export interface Benchmark {
  readonly name: string;
  /** One sentence: what is measured, against which floor. */
  readonly about: string;
  run(ground: Ground, options: BenchmarkOptions): Promise<readonly Figure[]>;
}

export interface BenchmarkOptions {
  /** Shorter rounds and smaller crowds: to see that it works, not to quote. */
  readonly quick: boolean;
  /** Tells the person at the terminal what is going on. */
  readonly say: (line: string) => void;
}

/** A figure beside its floor; the bar is on their ratio. */
export function besideFloor(
  what: string,
  unit: string,
  pair: { readonly baton: number; readonly floor: number },
  bar: { readonly least?: number; readonly most?: number } | null,
): Figure {
  const ratio = pair.floor === 0 ? Number.POSITIVE_INFINITY : pair.baton / pair.floor;
  return {
    what,
    unit,
    ...pair,
    ratio,
    bar: bar === null ? null : bar.least === undefined ? `≤ ${bar.most} ×` : `≥ ${bar.least} ×`,
    met:
      bar === null
        ? null
        : ratio >= (bar.least ?? Number.NEGATIVE_INFINITY) && ratio <= (bar.most ?? Number.POSITIVE_INFINITY),
  };
}

/** A figure without a floor; the bar is on the figure itself. */
export function alone(
  what: string,
  unit: string,
  baton: number,
  bar: { readonly least?: number; readonly most?: number } | null,
): Figure {
  return {
    what,
    unit,
    baton,
    floor: null,
    ratio: null,
    bar: bar === null ? null : bar.least === undefined ? `≤ ${bar.most} ${unit}` : `≥ ${bar.least} ${unit}`,
    met:
      bar === null
        ? null
        : baton >= (bar.least ?? Number.NEGATIVE_INFINITY) && baton <= (bar.most ?? Number.POSITIVE_INFINITY),
  };
}
