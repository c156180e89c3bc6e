import { describe, expect, it } from 'vitest';
import { placesOf, windowOf } from './list-window.js';

const places = placesOf([10, 20, 30, 40], (height) => height);

describe('the part of a list that is drawn', () => {
  it('covers every line that is in sight, and no other', () => {
    expect(places).toEqual([0, 10, 30, 60, 100]);
    expect(windowOf(places, { top: 0, height: 10 }, 0)).toEqual({ first: 0, last: 2 });
    expect(windowOf(places, { top: 35, height: 20 }, 0)).toEqual({ first: 2, last: 3 });
    expect(windowOf(places, { top: 95, height: 50 }, 0)).toEqual({ first: 3, last: 4 });
  });

  it('is nothing when there is nothing, and the end when scrolled beyond it', () => {
    expect(windowOf([0], { top: 0, height: 500 }, 400)).toEqual({ first: 0, last: 0 });
    expect(windowOf(places, { top: 5_000, height: 100 }, 0)).toEqual({ first: 4, last: 4 });
  });

  it('stays small for a list of ten thousand', () => {
    const many = placesOf(Array.from({ length: 10_000 }), () => 80);
    const { first, last } = windowOf(many, { top: 400_000, height: 900 }, 400);
    expect(last - first).toBeLessThan(25);
    expect(first * 80).toBeLessThanOrEqual(399_600);
    expect(last * 80).toBeGreaterThanOrEqual(401_300);
  });
});
