/** Vectors of length 1, one after the other. */
export interface VectorTable {
  readonly dimensions: number;
  readonly values: Float32Array;
}

export interface NearRow {
  readonly row: number;
  /** The cosine: from -1 to 1. */
  readonly similarity: number;
}

/** The rows closest to a vector of length 1 among those that are allowed, closest first. Every row is looked at. */
export function nearestRows(
  { dimensions, values }: VectorTable,
  vector: Float32Array,
  options: { readonly limit: number; allows(row: number): boolean },
): readonly NearRow[] {
  const near: NearRow[] = [];
  for (let row = 0, at = 0; at < values.length; row += 1, at += dimensions) {
    if (!options.allows(row)) continue;
    let similarity = 0;
    for (let axis = 0; axis < dimensions; axis += 1)
      similarity += (values[at + axis] ?? 0) * (vector[axis] ?? 0);
    near.push({ row, similarity });
  }
  return near.sort((one, other) => other.similarity - one.similarity).slice(0, options.limit);
}
