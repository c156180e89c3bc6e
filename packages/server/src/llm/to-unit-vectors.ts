import { ModelFailure } from './language-model.port.js';

/** Vectors of length 1, so that their product is the cosine. Throws `malformed` where they are not one per text. */
export function toUnitVectors(
  vectors: readonly (readonly number[])[],
  texts: number,
): readonly Float32Array[] {
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.length !== texts || dimensions === 0) throw new ModelFailure('malformed', false);
  return vectors.map((vector) => {
    const length = Math.hypot(...vector);
    if (vector.length !== dimensions || !Number.isFinite(length) || length === 0)
      throw new ModelFailure('malformed', false);
    return Float32Array.from(vector, (value) => value / length);
  });
}
