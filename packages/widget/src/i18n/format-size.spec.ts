import { describe, expect, it } from 'vitest';
import { formatSize } from './format-size.js';

describe('formatSize', () => {
  it.each([
    [1, 'en', '0.1 kB'],
    [66, 'en', '0.1 kB'],
    [2_048, 'en', '2 kB'],
    [482_113, 'en', '471 kB'],
    [2_411_724, 'de', '2,3 MB'],
    [10_485_760, 'en', '10 MB'],
  ])('%d bytes in %s are %s', (bytes, language, text) => {
    expect(formatSize(bytes, language).replace(/\s/g, ' ')).toBe(text);
  });
});
