import type { HandoffId, QueuePlace } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../i18n/language.js';
import { textFile } from '../i18n/text-files.js';
import { fixedEn } from '../i18n/texts-en.js';
import { sayPlace } from './say-place.js';

const place = (known: Partial<QueuePlace>): QueuePlace => ({
  handoffId: 'hnd_1' as HandoffId,
  position: null,
  waitSeconds: null,
  promisedBy: null,
  peopleThere: 2,
  ...known,
});

const wordsOf = async (language: Language) =>
  language === 'en' ? fixedEn : (await textFile(language)).fixed;

describe('what is said to somebody who waits', () => {
  it('is their place and the usual wait, in whole minutes and never none', async () => {
    expect(sayPlace(place({ position: 3, waitSeconds: 290 }), fixedEn, 'en')).toBe(
      'Number 3 in line · about 5 minutes',
    );
    expect(sayPlace(place({ position: 1, waitSeconds: 4 }), fixedEn, 'en')).toBe(
      'You are next · about 1 minute',
    );
    expect(sayPlace(place({ position: 2, waitSeconds: 60 }), await wordsOf('de'), 'de')).toBe(
      'Platz 2 in der Reihe · etwa 1 Minute',
    );
  });

  it('claims no wait that is not known, and nothing at all when nothing is', () => {
    expect(sayPlace(place({ position: 1 }), fixedEn, 'en')).toBe('You are next');
    expect(sayPlace(place({}), fixedEn, 'en')).toBe('');
    expect(sayPlace(null, fixedEn, 'en')).toBe('');
  });

  it.each(LANGUAGES)('leaves no place open in %s, and is its own', async (language) => {
    const words = await wordsOf(language);
    const lines = [place({ position: 1, waitSeconds: 60 }), place({ position: 12, waitSeconds: 600 })].map(
      (each) => sayPlace(each, words, language),
    );
    for (const line of lines) {
      expect(line).not.toMatch(/[{}]/);
      expect(line.length).toBeLessThan(60);
    }
    if (language !== 'en') expect(lines[0]).not.toContain('You are next');
  });
});
