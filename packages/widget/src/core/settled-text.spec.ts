import { describe, expect, it } from 'vitest';
import { settledText } from './settled-text.js';

describe('settledText', () => {
  it('holds back the word that is still growing', () => {
    expect(settledText('Hello wor')).toBe('Hello ');
    expect(settledText('Hello ')).toBe('Hello ');
    expect(settledText('Hel')).toBe('');
  });

  it('does not wait for a space in scripts that have none', () => {
    const text = '潮汐有三种方案适合四十人的团队潮汐有三种方案适合四十人的团队潮汐有三种方案适合四十人的团队';
    expect(settledText(text)).toBe(text);
  });
});
