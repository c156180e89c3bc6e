import { texts } from './texts.js';

/** A score from 0 to 1: `0.70`, or `0,70` to whoever reads German. */
export function scoreText(value: number): string {
  return value.toLocaleString(texts().locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** The points of one reason: `12.5`. */
export function pointsText(points: number): string {
  return points.toLocaleString(texts().locale);
}
