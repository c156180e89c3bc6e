import { lengthOf, type TextClassifier } from '../../core/understanding/classify/classify-text.js';
import { hashText } from '../../core/understanding/classify/hash-text.js';

export interface LabelledText {
  readonly text: string;
  /** Null: none of the labels. */
  readonly label: string | null;
}

export interface TrainingOptions {
  /** The power of two of the number of buckets. */
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/**
 * Trains one logistic regression per label by stochastic gradient descent with a falling rate. The same examples,
 * options and build give the same weights.
 */
export function trainClassifier(
  examples: readonly LabelledText[],
  { bits, epochs, rate, seed }: TrainingOptions,
): TextClassifier {
  const labels = [...new Set(examples.flatMap(({ label }) => (label === null ? [] : [label])))].sort();
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const hashed = examples.map(({ text, label }) => ({
    buckets: hashText(text, bits).buckets,
    label: label === null ? -1 : (indexOf.get(label) ?? -1),
  }));
  const rarity = countRarity(
    hashed.map(({ buckets }) => buckets),
    2 ** bits,
  );
  const weights = new Float32Array(2 ** bits * labels.length);
  const bias = new Float32Array(labels.length);
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(hashed, random);
    const step = rate * (1 - epoch / epochs);
    for (const { buckets, label } of hashed) {
      learn({ weights, bias, rarity, buckets, label, step });
    }
  }
  return { labels, bits, rarity, weights, bias };
}

interface Lesson {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly rarity: Float32Array;
  readonly buckets: Uint32Array;
  readonly label: number;
  readonly step: number;
}

/** Errors below this move nothing: most labels are certain about most texts after the first epoch. */
const NEGLIGIBLE = 1e-3;

function learn({ weights, bias, rarity, buckets, label, step }: Lesson): void {
  const count = bias.length;
  const scale = lengthOf(rarity, buckets);
  const errors = Float32Array.from(bias);
  for (const bucket of buckets) {
    const value = (rarity[bucket] ?? 0) * scale;
    const row = bucket * count;
    for (let index = 0; index < count; index += 1) {
      errors[index] = (errors[index] ?? 0) + (weights[row + index] ?? 0) * value;
    }
  }
  const moved: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const error = 1 / (1 + Math.exp(-(errors[index] ?? 0))) - (index === label ? 1 : 0);
    errors[index] = error;
    if (Math.abs(error) < NEGLIGIBLE) continue;
    moved.push(index);
    bias[index] = (bias[index] ?? 0) - step * 0.1 * error;
  }
  for (const bucket of buckets) {
    const value = step * (rarity[bucket] ?? 0) * scale;
    const row = bucket * count;
    for (const index of moved) {
      weights[row + index] = (weights[row + index] ?? 0) - value * (errors[index] ?? 0);
    }
  }
}

function countRarity(texts: readonly Uint32Array[], size: number): Float32Array {
  const counts = new Float32Array(size);
  for (const buckets of texts) for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  return counts.map((count) => Math.log((1 + texts.length) / (1 + count)) + 1);
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [items[last], items[other]];
    if (a === undefined || b === undefined) continue;
    items[last] = b;
    items[other] = a;
  }
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
