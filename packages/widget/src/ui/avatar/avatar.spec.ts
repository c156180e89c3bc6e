import { describe, expect, it } from 'vitest';
import { initials } from './avatar.js';

describe('initials', () => {
  it.each([
    ['Mara Lindqvist', 'ML'],
    ['mara', 'M'],
    ['Juan Carlos de la Vega', 'JV'],
    ['  ', ''],
    ['🦊 Fox', '🦊F'],
  ])('of %j are %j', (name, letters) => expect(initials(name)).toBe(letters));
});
