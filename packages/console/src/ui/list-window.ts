/** Where each line begins, and at the end where the list ends, in CSS pixels. */
export function placesOf<T>(items: readonly T[], heightOf: (item: T) => number): readonly number[] {
  const places = [0];
  let sum = 0;
  for (const item of items) {
    sum += heightOf(item);
    places.push(sum);
  }
  return places;
}

/** Which lines touch the part in sight, `last` exclusive. */
export function windowOf(
  places: readonly number[],
  view: { readonly top: number; readonly height: number },
  margin: number,
): { readonly first: number; readonly last: number } {
  const count = places.length - 1;
  const first = Math.max(0, firstAfter(places, view.top - margin) - 1);
  const last = Math.min(count, firstAfter(places, view.top + view.height + margin));
  return { first: Math.min(first, count), last: Math.max(last, Math.min(first, count)) };
}

/** The first place beyond `px`, by halving. */
function firstAfter(places: readonly number[], px: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) > px) high = middle;
    else low = middle + 1;
  }
  return low;
}
