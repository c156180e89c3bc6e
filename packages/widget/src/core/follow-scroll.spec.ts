import { describe, expect, it } from 'vitest';
import { followTarget, isAtEnd } from './follow-scroll.js';

const box = (scrollTop: number, scrollHeight = 1_000) => ({ scrollTop, scrollHeight, clientHeight: 400 });

describe('isAtEnd', () => {
  it('holds at the end and just above it, not further up', () => {
    expect(isAtEnd(box(600))).toBe(true);
    expect(isAtEnd(box(565))).toBe(true);
    expect(isAtEnd(box(500))).toBe(false);
  });

  it('holds when everything fits', () => {
    expect(isAtEnd(box(0, 300))).toBe(true);
  });
});

describe('followTarget', () => {
  it('goes to the end for short messages', () => {
    expect(followTarget(box(550), 900)).toBe(600);
  });

  it('stops before the beginning of the message that is being read leaves the view', () => {
    expect(followTarget(box(550, 2_000), 700)).toBe(688);
  });

  it('never scrolls back', () => {
    expect(followTarget(box(600), 100)).toBe(600);
  });
});
