/** How well a search finds what is asked for. */
export interface RankScores {
  readonly questions: number;
  /** Mean reciprocal rank of the first right passage among the first ten; 0 where none of them is right. */
  readonly meanReciprocalRank: number;
  /** The share of questions with a right passage in the first place, and among the first five. */
  readonly first: number;
  readonly firstFive: number;
}

/** From the rank of the first right passage of each question, counted from 1; null when there was none. */
export function scoreRanks(ranks: readonly (number | null)[]): RankScores {
  const mean = (worth: (rank: number) => number): number =>
    ranks.length === 0
      ? 0
      : ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : worth(rank)), 0) / ranks.length;
  return {
    questions: ranks.length,
    meanReciprocalRank: mean((rank) => (rank <= 10 ? 1 / rank : 0)),
    first: mean((rank) => (rank === 1 ? 1 : 0)),
    firstFive: mean((rank) => (rank <= 5 ? 1 : 0)),
  };
}
