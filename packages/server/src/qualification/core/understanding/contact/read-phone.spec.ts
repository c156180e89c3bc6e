import type { MessageId, SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { readPhone } from './read-phone.js';

function read(asked: SlotKind | null, language: string, text: string): readonly unknown[] {
  const candidates = readPhone({
    messages: [{ id: 'msg_1' as MessageId, text }],
    asked,
    lastAssistantText: null,
    now: '2026-11-20T09:00:00.000Z',
    timeZone: 'Europe/London',
    language,
    known: {},
  });
  for (const { evidence } of candidates) {
    for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
  }
  return candidates.map((candidate) => candidate.value);
}

describe('readPhone', () => {
  it.each<readonly [SlotKind | null, string, string, string]>([
    ['email', 'en', 'tom@hfl.test and my number is 212 555 0187', '+12125550187'],
    ['phone', 'en', '07700 900123', '+447700900123'],
    ['phone', 'en', '+49 30 5550 1234, ask for Herr Krause', '+493055501234'],
    ['phone', 'en', 'five five five oh one four two two', '55501422'],
    ['phone', 'en', '555-0142', '5550142'],
    ['phone', 'en', '(415) 555 0132 ext 12', '+14155550132'],
    ['phone', 'en', '0161 496 0234 but only mornings 9-11', '+441614960234'],
    [null, 'en', 'call me on 020 7946 0018', '+442079460018'],
    [null, 'de', 'einen echten Menschen an der Strippe, bitte: 030 23125 077', '03023125077'],
    [
      null,
      'en',
      'Regards,\nHelen Cho\nCustomer Experience Director\nBluebell Travel\nhelen@bluebell.test\n+44 20 7946 0991',
      '+442079460991',
    ],
    ['phone', 'es', '612 34 56 78', '612345678'],
    ['phone', 'pt', '(11) 95550-0123', '11955500123'],
    ['phone', 'en', 'oh one six three two, nine six oh, one double two', '+441632960122'],
    ['phone', 'en', 'my cell is 917-555-0166, Carlos', '+19175550166'],
    ['phone', 'en', '+353 1 555 0199. Aoife', '+35315550199'],
    ['phone', 'en', '+1-646-555-0110 or +1-646-555-0111', '+16465550110'],
    ['phone', 'de', 'null eins sieben sechs fünf fünf fünf null eins zwei drei', '01765550123'],
    ['phone', 'de', '0049 30 5550 1234', '+493055501234'],
    ['phone', 'de', '+49 (0)30 5550-1234', '+493055501234'],
    ['phone', 'fr', 'zéro six 12 34 56 78', '0612345678'],
    ['phone', 'es', 'seis uno dos tres cuatro cinco seis siete ocho', '612345678'],
    ['phone', 'nl', '06-12345678', '0612345678'],
    ['phone', 'it', '333 555 0123', '3335550123'],
    ['phone', 'en', '0044 7700 900123', '+447700900123'],
    ['phone', 'en', '+1 415.555.0132', '+14155550132'],
    ['phone', 'en', '4155550132', '+14155550132'],
    [
      'phone',
      'en',
      'my number is plus four four seven seven double zero nine double zero one two three',
      '+447700900123',
    ],
    ['phone', 'en', 'call 415-555-0132 or 415-555-0133 after 5', '+14155550132'],
    ['phone', 'en', '07700 900461 no wait thats my old one, 07700 900462', '+447700900462'],
    ['phone', 'en', 'it ends with 88, 0161 496 0188', '+441614960188'],
  ])(
    'given that %s was asked for, in %s, when the visitor writes %j, then a phone number is read: %s',
    (asked, language, text, value) => {
      expect(read(asked, language, text).at(-1)).toBe(value);
    },
  );

  it.each<readonly [SlotKind | null, string, string]>([
    ['phone', 'en', 'we have 25 people and 300 customers'],
    ['phone', 'en', 'i hate phones'],
    ['phone', 'en', 'do I have to?'],
  ])(
    'given that %s was asked for, in %s, when the visitor writes %j, then nothing is read',
    (asked, language, text) => {
      expect(read(asked, language, text)).toEqual([]);
    },
  );
});
