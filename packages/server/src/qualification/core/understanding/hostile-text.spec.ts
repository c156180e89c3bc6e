import type { MessageId, SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { findSpokenDigits, findWrittenDigits } from './contact/find-digits.js';
import { findEmails } from './contact/find-emails.js';
import { isCorrection, isDenied } from './cues/corrections.js';
import { belongsToSomebodyElse } from './cues/other-people.js';
import { findIntroductions } from './people/introductions.js';
import { findLegalNames } from './people/legal-forms.js';
import { splitSegments } from './people/segments.js';
import { understandTurn } from './understand.js';

const LENGTH = 16_384;

function filled(unit: string): string {
  return unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
}

const HOSTILE = [
  'a',
  ' ',
  '\n',
  'A ',
  '1 ',
  '. ',
  '- ',
  'a@',
  '@.',
  'a.',
  '😀',
  '555-',
  '+1 (',
  'S. A. ',
  'Co & ',
  "I'm ",
  'im Dana from ',
  'a at b dot ',
  'van der ',
  'we are a ',
  'not 1 ',
  'one two ',
  'ich bin die ',
  'Mr. ',
  'head of ',
].map(filled);

/** The fastest of a few runs: the machine's other work is not measured. */
function fastestMs(run: () => unknown): number {
  const times = Array.from({ length: 4 }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

function turn(text: string, asked: SlotKind | null) {
  return understandTurn({
    messages: [{ id: 'msg_1' as MessageId, text }],
    asked,
    lastAssistantText: null,
    now: '2026-11-20T09:00:00.000Z',
    timeZone: 'Europe/London',
    language: 'en',
    known: {},
  });
}

describe('hostile text', () => {
  const finders: readonly (readonly [string, (text: string) => unknown])[] = [
    ['e-mail addresses', findEmails],
    ['written digits', findWrittenDigits],
    ['spoken digits', findSpokenDigits],
    ['introductions', findIntroductions],
    ['segments', splitSegments],
    ['legal names', findLegalNames],
    ['corrections', (text) => isCorrection(text, 8_000, 8_004)],
    ['denials', (text) => isDenied(text, 8_000, 8_004)],
    ['other people', (text) => belongsToSomebodyElse(text, 8_000, 8_004)],
  ];

  it.each(finders)(
    'given 16 KB of anything, when %s are looked for, then time grows with length only',
    (_, find) => {
      for (const text of HOSTILE) {
        const whole = fastestMs(() => find(text));
        // Four times the text may take little more than four times the time; a square would take sixteen.
        const quarter = fastestMs(() => find(text.slice(0, LENGTH / 4)));
        expect(whole, text.slice(0, 12)).toBeLessThan(Math.max(60, quarter * 10));
        expect(whole, text.slice(0, 12)).toBeLessThan(1_500);
      }
    },
  );

  it('given 16 KB of anything, when a turn is understood, then it neither throws nor hangs', {
    timeout: 90_000,
  }, () => {
    for (const text of HOSTILE) {
      const startedAt = performance.now();
      turn(text, 'phone');
      expect(performance.now() - startedAt, text.slice(0, 12)).toBeLessThan(6_000);
    }
  });
});
