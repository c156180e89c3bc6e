import { ERRORS } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { RETRYABLE } from './refusal.js';
import { OWN_REFUSALS } from './refusal-words.js';

describe('refusals of the client', () => {
  it('use the words of the catalogue', () => {
    for (const [code, message] of Object.entries(OWN_REFUSALS)) {
      expect(new Map(Object.entries(ERRORS)).get(code)?.message).toBe(message);
    }
  });

  it('are tried again exactly where the catalogue says so', () => {
    const retryable = Object.entries(ERRORS).filter(([, { retry }]) => retry);
    expect([...RETRYABLE].sort()).toEqual(retryable.map(([code]) => code).sort());
  });
});
