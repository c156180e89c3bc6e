import type { BusinessHours } from '@baton/shared-types';
import { isWithinHours, nextOpening } from './business-hours.js';

/**
 * When the first of several teams works again; null when that is not known: some team is at work already, or has no
 * hours, or never opens.
 */
export function firstOpening(hours: readonly (BusinessHours | null)[], at: Date): Date | null {
  if (hours.some((each) => isWithinHours(each, at))) return null;
  const openings = hours.flatMap((each) => nextOpening(each, at) ?? []);
  return openings.reduce<Date | null>((first, next) => (first && first <= next ? first : next), null);
}
