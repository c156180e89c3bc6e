import { hashText } from './hash-text.js';

/** One weight per bucket and label, plus a bias per label: a logistic regression for each label by itself. */
export interface TextClassifier {
  readonly labels: readonly string[];
  /** The power of two of the number of buckets. */
  readonly bits: number;
  /** How much a bucket counts: rare ones more. One per bucket. */
  readonly rarity: Float32Array;
  /** Row after row, one row of `labels.length` weights per bucket. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface Classification {
  readonly label: string;
  /** From 0 to 1, how likely the label is by itself; the labels' shares need not add up to 1. */
  readonly confidence: number;
}

/** The likeliest label of a text; the first one named wins a tie. */
export function classifyText(classifier: TextClassifier, text: string): Classification {
  const scores = scoreText(classifier, text);
  let best = 0;
  for (let label = 1; label < scores.length; label += 1) {
    if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label;
  }
  return { label: classifier.labels[best] ?? '', confidence: scores[best] ?? 0 };
}

/** The likelihood of every label, in the order of `labels`. */
export function scoreText(classifier: TextClassifier, text: string): readonly number[] {
  const { labels, weights, rarity, bias, bits } = classifier;
  const { buckets } = hashText(text, bits);
  const scale = lengthOf(rarity, buckets);
  const sums = Array.from(labels, (_, label) => bias[label] ?? 0);
  for (const bucket of buckets) {
    const value = (rarity[bucket] ?? 0) * scale;
    for (let label = 0; label < sums.length; label += 1) {
      sums[label] = (sums[label] ?? 0) + (weights[bucket * sums.length + label] ?? 0) * value;
    }
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

/** What brings a text's vector to length 1, so that long and short texts are judged alike. */
export function lengthOf(rarity: Float32Array, buckets: Uint32Array): number {
  let sum = 0;
  for (const bucket of buckets) sum += (rarity[bucket] ?? 0) ** 2;
  return sum === 0 ? 0 : 1 / Math.sqrt(sum);
}
