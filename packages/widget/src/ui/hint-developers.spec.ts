import { describe, expect, it } from 'vitest';
import { EVENTS, OPTIONS } from '../api/names.js';
import { EVENT, OPTION } from './hint-developers.js';

describe('the names that exist', () => {
  it('are the same for the chat and for the hints', () => {
    expect(EVENTS.filter((name) => !EVENT.test(name))).toEqual([]);
    expect(OPTIONS.filter((name) => !OPTION.test(name))).toEqual([]);
    expect(
      [EVENT, OPTION].map(
        ({ source }) => source.replace(/\\\.\(requested\|accepted\)/, '').split('|').length,
      ),
    ).toEqual([EVENTS.length - 1, OPTIONS.length]);
  });
});
