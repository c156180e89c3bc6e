import { describe, expect, it } from 'vitest';
import { english } from '../../i18n/english.js';
import { inboxRow, ME, offeredHandoff } from '../../playground/sample-rows.js';
import { durationText, offerTime, waitingTime } from './waiting-time.js';

const START = '2026-11-20T10:00:00.000Z';
const after = (seconds: number) => Date.parse(START) + seconds * 1000;
const iso = (seconds: number) => new Date(after(seconds)).toISOString();
const words = english.time;

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [7500, '2 h 5 min'],
    [86_400, '1 d'],
    [200_000, '2 d'],
  ])('%d seconds reads %s', (seconds, text) => {
    expect(durationText(seconds, words)).toBe(text);
  });
});

describe('offerTime', () => {
  const row = inboxRow(1, { handoff: offeredHandoff(START, iso(60)) });

  it.each([
    [0, 60, 'calm'],
    [44, 16, 'calm'],
    [45, 15, 'soon'],
    [53, 7, 'soon'],
    [54, 6, 'now'],
    [75, 0, 'now'],
  ] as const)('after %d s there are %d s left and it is %s', (passed, left, urgency) => {
    expect(offerTime(row, after(passed))).toMatchObject({ secondsLeft: left, urgency });
  });

  it('never shows more than the whole, when the clocks differ', () => {
    expect(offerTime(row, after(-30))?.fraction).toBe(1);
  });

  it('is nothing without a deadline', () => {
    expect(offerTime(inboxRow(1, { handoff: offeredHandoff(START, null) }), after(1))).toBeNull();
    expect(offerTime(inboxRow(1), after(1))).toBeNull();
  });
});

describe('waitingTime', () => {
  const clock = { now: after(130), me: ME };

  it('counts from the request while the visitor waits for a person', () => {
    const row = inboxRow(1, {
      owner: { kind: 'queue' },
      lastAt: iso(100),
      handoff: offeredHandoff(START, null, false),
    });
    expect(waitingTime(row, clock, words)).toEqual({ text: '2 min', waits: true });
  });

  it('counts from the last line while I owe an answer', () => {
    const row = inboxRow(1, { owner: { kind: 'agent', id: ME, name: 'Lena' }, lastAt: iso(100) });
    expect(waitingTime(row, clock, words)).toEqual({ text: '30 s', waits: true });
  });

  it('only dates the last line otherwise', () => {
    const row = inboxRow(1, {
      owner: { kind: 'agent', id: ME, name: 'Lena' },
      lastFrom: 'agent',
      lastAt: iso(100),
    });
    expect(waitingTime(row, clock, words)).toEqual({ text: 'now', waits: false });
    expect(waitingTime(inboxRow(1, { lastAt: START }), clock, words)).toEqual({
      text: '2 min',
      waits: false,
    });
  });
});
