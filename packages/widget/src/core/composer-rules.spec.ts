import { describe, expect, it } from 'vitest';
import { canSend, charactersLeft, decideKey } from './composer-rules.js';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

describe('decideKey', () => {
  it('sends on Enter and breaks the line on Shift+Enter', () => {
    expect(decideKey(enter)).toBe('send');
    expect(decideKey({ ...enter, shiftKey: true })).toBe('none');
    expect(decideKey({ ...enter, key: 'a' })).toBe('none');
  });

  it('does not send the Enter that ends an input method composition', () => {
    expect(decideKey({ ...enter, isComposing: true })).toBe('none');
    expect(decideKey({ ...enter, keyCode: 229 })).toBe('none');
  });
});

describe('the limit of 4,000 characters', () => {
  it('is silent until 300 are left', () => {
    expect(charactersLeft('x'.repeat(3_699))).toBeNull();
    expect(charactersLeft('x'.repeat(3_700))).toBe(300);
  });

  it('is told as it is beyond', () => {
    expect(charactersLeft('x'.repeat(4_012))).toBe(-12);
  });

  it('does not count white space at the ends, which is not sent', () => {
    expect(charactersLeft(`  ${'x'.repeat(4_000)}\n\n`)).toBe(0);
  });

  it('decides what can be sent', () => {
    expect(canSend(' \n ')).toBe(false);
    expect(canSend('x')).toBe(true);
    expect(canSend('x'.repeat(4_000))).toBe(true);
    expect(canSend('x'.repeat(4_001))).toBe(false);
  });
});
