/** What became of questions at one minimum score. */
export interface Outcomes {
  readonly minimumScore: number;
  /** Of questions that the articles answer. */
  readonly answeredRight: number;
  readonly answeredBeside: number;
  readonly refusedThough: number;
  /** Of questions that they do not answer. */
  readonly refusedRightly: number;
  readonly answeredThough: number;
}

/** A question, and what would be answered at a minimum score. */
export interface CalibrationCase {
  readonly isAnswerable: boolean;
  answerAt(minimumScore: number): 'right' | 'wrong' | null;
}

/** Minimum scores that are tried. */
const TRIED = Array.from({ length: 51 }, (_, step) => (20 + step) / 100);

/**
 * The minimum score with the most right answers less wrong ones. "I do not know" counts for nothing, whether it was
 * due or not: it costs a visitor a click on the person it offers, a wrong answer costs trust.
 */
export function calibrateMinimum(cases: readonly CalibrationCase[]): number {
  const worth = (outcomes: Outcomes): number =>
    outcomes.answeredRight - outcomes.answeredBeside - outcomes.answeredThough;
  return TRIED.map((minimumScore) => countOutcomes(cases, minimumScore)).reduce((best, outcomes) =>
    worth(outcomes) > worth(best) ? outcomes : best,
  ).minimumScore;
}

export function countOutcomes(cases: readonly CalibrationCase[], minimumScore: number): Outcomes {
  const count = (isAnswerable: boolean, wanted: readonly ('right' | 'wrong' | null)[]): number =>
    cases.filter((each) => each.isAnswerable === isAnswerable && wanted.includes(each.answerAt(minimumScore)))
      .length;
  return {
    minimumScore,
    answeredRight: count(true, ['right']),
    answeredBeside: count(true, ['wrong']),
    refusedThough: count(true, [null]),
    refusedRightly: count(false, [null]),
    answeredThough: count(false, ['right', 'wrong']),
  };
}
