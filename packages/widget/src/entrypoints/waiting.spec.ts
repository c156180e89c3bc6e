import type { HandoffId, QueuePlace } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/language.js';
import { sayPlace } from './waiting.js';

const place = (known: Partial<QueuePlace>): QueuePlace => ({
  handoffId: 'hnd_1' as HandoffId,
  position: null,
  waitSeconds: null,
  promisedBy: null,
  peopleThere: 2,
  ...known,
});

describe('what is said to somebody who waits', () => {
  it('is their place and the usual wait, in whole minutes and never none', () => {
    expect(sayPlace(place({ position: 3, waitSeconds: 290 }), 'en')).toBe(
      'Number 3 in line · about 5 minutes',
    );
    expect(sayPlace(place({ position: 1, waitSeconds: 4 }), 'en')).toBe('You are next · about 1 minute');
    expect(sayPlace(place({ position: 2, waitSeconds: 60 }), 'de')).toBe(
      'Platz 2 in der Reihe · etwa 1 Minute',
    );
  });

  it('claims no wait that is not known, and nothing at all when nothing is', () => {
    expect(sayPlace(place({ position: 1 }), 'en')).toBe('You are next');
    expect(sayPlace(place({}), 'en')).toBe('');
  });

  it.each(LANGUAGES)('leaves no place open in %s, and is its own', (language) => {
    const lines = [place({ position: 1, waitSeconds: 60 }), place({ position: 12, waitSeconds: 600 })].map(
      (each) => sayPlace(each, language),
    );
    for (const line of lines) {
      expect(line).not.toMatch(/[{}]/);
      expect(line.length).toBeLessThan(60);
    }
    if (language !== 'en') expect(lines[0]).not.toContain('You are next');
  });
});
