import { z } from 'zod';
import { classifyText, type TextClassifier } from '../../core/understanding/classify/classify-text.js';
import { type LabelledText, trainClassifier } from '../training/train-classifier.js';
import { FOLDS, foldOf } from './fold-of.js';
import type { Measure, PublicSet } from './public-set.js';

const TEXTS = z.array(z.tuple([z.string(), z.string()]));
const SCHEMA = z.object({ train: TEXTS, val: TEXTS, oos_train: TEXTS, oos_val: TEXTS });

const OPTIONS = { bits: 18, epochs: 8, rate: 4, seed: 1 };
/** The share of texts beside the point that should be recognised as such, on training data. */
const WANTED_RECALL = 0.82;

/**
 * Our text classifier on 150 intents (CLINC150): trained on the training part, measured on the validation part.
 * The one threshold below which a text counts as beside the point is chosen on training data alone, on folds that
 * the classifier of that fold has not seen.
 */
export const CLINC_INTENTS: PublicSet = {
  name: 'clinc150',
  file: 'clinc150/train_val.json',
  measure(content) {
    const { train, val, oos_train, oos_val } = SCHEMA.parse(JSON.parse(content));
    const labelled = train.map(([text, label]): LabelledText => ({ text, label }));
    const outside = oos_train.map(([text]): LabelledText => ({ text, label: null }));
    const threshold = chooseThreshold(labelled, outside);
    const classifier = trainClassifier([...labelled, ...outside], OPTIONS);
    const inScope = val.filter(([text, label]) => accepts(classifier, text, threshold) === label).length;
    const refused = oos_val.filter(([text]) => accepts(classifier, text, threshold) === null).length;
    const words = `threshold ${threshold.toFixed(3)}`;
    return [
      rate('in-scope accuracy, validation', inScope, val.length, words),
      rate('out-of-scope recall, validation', refused, oos_val.length, words),
    ];
  },
};

function accepts(classifier: TextClassifier, text: string, threshold: number): string | null {
  const { label, confidence } = classifyText(classifier, text);
  return confidence >= threshold ? label : null;
}

/** Two folds of five: the choice is one number, and each training takes a while. */
function chooseThreshold(labelled: readonly LabelledText[], outside: readonly LabelledText[]): number {
  const unseen = FOLDS.slice(0, 2).flatMap((fold) => {
    const kept = [...labelled, ...outside].filter(({ text }) => foldOf(text) !== fold);
    const classifier = trainClassifier(kept, OPTIONS);
    return outside
      .filter(({ text }) => foldOf(text) === fold)
      .map(({ text }) => classifyText(classifier, text).confidence);
  });
  const sorted = unseen.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * WANTED_RECALL) - 1] ?? 0.5;
}

function rate(name: string, right: number, of: number, words: string): Measure {
  return {
    name,
    value: of === 0 ? 0 : right / of,
    plusMinus: null,
    count: of,
    detail: `${right} of ${of}, ${words}`,
  };
}
