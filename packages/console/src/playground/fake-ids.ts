import type { IdByPrefix, IdPrefix } from '@baton/shared-types';

const BODY_LENGTH = 26;

/** A well-formed id that is the same in every run. */
export function fakeId<P extends IdPrefix>(prefix: P, number: number): IdByPrefix[P] {
  const body = String(number).padStart(BODY_LENGTH, '0');
  return `${prefix}_${body}` as unknown as IdByPrefix[P];
}
