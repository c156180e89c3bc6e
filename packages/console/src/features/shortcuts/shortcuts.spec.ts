import { describe, expect, it } from 'vitest';
import { SHORTCUTS, shortcutOf } from './shortcuts.js';

const press = (key: string, change = {}) =>
  shortcutOf({ key, typing: false, inDialog: false, modified: false, command: false, ...change });

describe('shortcutOf', () => {
  it.each([
    ['j', 'next'],
    ['K', 'previous'],
    ['a', 'accept'],
    ['r', 'reply'],
    ['?', 'help'],
    ['Escape', 'leave'],
  ])('%s means %s', (key, act) => {
    expect(press(key)).toBe(act);
  });

  it('leaves letters to the field in which somebody types', () => {
    expect(press('a', { typing: true })).toBeNull();
    expect(press('?', { typing: true })).toBeNull();
  });

  it('lets Esc leave a field', () => {
    expect(press('Escape', { typing: true })).toBe('leave');
  });

  it('leaves every key to an open dialog', () => {
    expect(press('Escape', { inDialog: true })).toBeNull();
    expect(press('a', { inDialog: true })).toBeNull();
  });

  it('leaves combinations to the browser', () => {
    expect(press('r', { modified: true })).toBeNull();
  });

  it('lists every act exactly once on the sheet', () => {
    const listed = SHORTCUTS.map(({ act }) => act);
    expect(new Set(listed).size).toBe(listed.length);
    for (const { act, keys } of SHORTCUTS) {
      const [key] = keys;
      expect(press(key === 'Esc' ? 'Escape' : (key ?? ''))).toBe(act);
    }
  });
});
