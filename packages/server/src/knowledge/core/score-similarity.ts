/** The minimum score that playbooks are recommended. */
export const RECOMMENDED_MINIMUM = 0.35;

/**
 * A cosine as a score from 0 to 1: one of `least` becomes the recommended minimum, 1 stays 1, and what lies between
 * and below is stretched evenly.
 */
export function scoreSimilarity(similarity: number, least: number): number {
  if (similarity <= 0) return 0;
  const score =
    similarity < least
      ? (RECOMMENDED_MINIMUM * similarity) / least
      : RECOMMENDED_MINIMUM + ((1 - RECOMMENDED_MINIMUM) * (similarity - least)) / (1 - least);
  return Math.min(1, Math.round(score * 10_000) / 10_000);
}
