import { describe, expect, it } from 'vitest';
import { trainClassifier } from '../../../evaluation/training/train-classifier.js';
import { classifyText, scoreText } from './classify-text.js';
import { hashText } from './hash-text.js';

const EXAMPLES = [
  ...[
    'where is my parcel',
    'track my delivery',
    'when does the package arrive',
    'has my parcel been sent',
  ].map((text) => ({ text, label: 'delivery' })),
  ...['I forgot my password', 'reset the password please', 'cannot sign in any more', 'my login fails'].map(
    (text) => ({ text, label: 'sign-in' }),
  ),
  ...['what a lovely day', 'tell me a joke', 'how tall is the tower'].map((text) => ({ text, label: null })),
];
const OPTIONS = { bits: 12, epochs: 20, rate: 4, seed: 1 };

describe('classifyText', () => {
  const classifier = trainClassifier(EXAMPLES, OPTIONS);

  it.each([
    ['where has my parcel gone', 'delivery'],
    ['pasword reset', 'sign-in'],
  ])('%s', (text, label) => {
    expect(classifyText(classifier, text).label).toBe(label);
  });

  it('is less sure of what is beside the point', () => {
    const beside = classifyText(classifier, 'a joke about the tall tower').confidence;
    expect(beside).toBeLessThan(classifyText(classifier, 'where is the parcel').confidence);
  });

  it('learns the same weights from the same examples', () => {
    expect(trainClassifier(EXAMPLES, OPTIONS).weights).toEqual(classifier.weights);
  });

  it('gives every label a share from 0 to 1, also for an empty text and for noise', () => {
    for (const text of ['', '   ', '🙂'.repeat(5_000), '0'.repeat(100_000)]) {
      for (const share of scoreText(classifier, text)) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('hashText', () => {
  it('does not tell numbers apart, but their lengths', () => {
    expect(hashText('order 4711', 12)).toEqual(hashText('order 9238', 12));
    expect(hashText('order 4711', 12)).not.toEqual(hashText('order 92', 12));
  });

  it('stays within its buckets', () => {
    expect(Math.max(...hashText('Grüße aus Zürich, und noch etwas', 8).buckets)).toBeLessThan(256);
  });
});
