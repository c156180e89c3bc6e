import type { MessageId, SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { HOSTILE_LENGTH, HOSTILE_TEXTS } from '../../evaluation/timing/hostile-texts.js';
import { fastestMs } from '../../evaluation/timing/measure-patterns.js';
import { OWN_PATTERNS } from '../../evaluation/timing/own-patterns.js';
import { englishWords } from '../words/english-words.js';
import { understandTurn } from './understand.js';

function turn(text: string, asked: SlotKind | null) {
  return understandTurn(
    {
      messages: [{ id: 'msg_1' as MessageId, text }],
      asked,
      lastAssistantText: null,
      now: '2026-11-20T09:00:00.000Z',
      timeZone: 'Europe/London',
      language: 'en',
      known: {},
    },
    englishWords.readings,
  );
}

/** Other work on the machine makes one measurement worthless, but not all of them. */
const ATTEMPTS = 8;

describe('A22: hostile text', () => {
  it.each(OWN_PATTERNS)(
    'given 16 KB of anything, when %s are looked for, then time grows with length only',
    {
      timeout: 120_000,
    },
    (_, find) => {
      for (const text of HOSTILE_TEXTS) {
        // Four times the text may take little more than four times the time; a square would take sixteen.
        const isLinear = () => {
          const whole = fastestMs(find, text);
          return whole < 20 || whole < 10 * fastestMs(find, text.slice(0, HOSTILE_LENGTH / 4));
        };
        const attempts = Array.from({ length: ATTEMPTS });
        expect(attempts.some(isLinear), JSON.stringify(text.slice(0, 16))).toBe(true);
      }
    },
  );

  it('given 16 KB of anything, when a turn is understood, then it neither throws nor hangs', {
    timeout: 240_000,
  }, () => {
    for (const text of HOSTILE_TEXTS) {
      const startedAt = performance.now();
      turn(text, 'phone');
      expect(performance.now() - startedAt, text.slice(0, 12)).toBeLessThan(6_000);
    }
  });
});
