import type { Bundle, BundleSlot, BundleSlotState, SlotKind } from '@baton/shared-types';

/** Facts about the person; everything else is about what they want. */
const WHO: ReadonlySet<SlotKind> = new Set<SlotKind>([
  'name',
  'email',
  'phone',
  'company',
  'role',
  'country',
]);

/** The states in the order of the meter, best first. */
export const METER_STATES = [
  'filled',
  'unclear',
  'conflicting',
  'declined',
  'withdrawn',
  'not_asked',
] as const satisfies readonly BundleSlotState[];

export interface BundleParts {
  readonly who: readonly BundleSlot[];
  readonly want: readonly BundleSlot[];
  readonly missing: readonly BundleSlot[];
}

/** Sorts the slots into the questions an agent has: who is it, what do they want, what do I not know. */
export function bundleParts(bundle: Bundle): BundleParts {
  const known = bundle.slots.filter((slot) => slot.current !== null);
  return {
    who: known.filter(({ kind }) => WHO.has(kind)),
    want: known.filter(({ kind }) => !WHO.has(kind)),
    missing: bundle.slots.filter((slot) => slot.current === null),
  };
}

/** How many slots stand in each state; states without any are left out. */
export function meterParts(
  bundle: Bundle,
): readonly { readonly state: BundleSlotState; readonly count: number }[] {
  return METER_STATES.flatMap((state) => {
    const count = bundle.slots.filter((slot) => slot.state === state).length;
    return count > 0 ? [{ state, count }] : [];
  });
}
