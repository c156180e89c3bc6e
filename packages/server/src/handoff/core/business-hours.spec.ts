import type { BusinessHours } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { isWithinHours, nextOpening, promiseTime } from './business-hours.js';

const BERLIN: BusinessHours = {
  timeZone: 'Europe/Berlin',
  week: {
    mon: [
      { from: '09:00', to: '12:30' },
      { from: '13:30', to: '17:00' },
    ],
    fri: [{ from: '09:00', to: '24:00' }],
  },
  holidays: [
    { on: '2026-12-25', name: 'Christmas', intervals: [] },
    { on: '2026-12-28', name: 'Half day', intervals: [{ from: '10:00', to: '11:00' }] },
  ],
};
const within = (iso: string) => isWithinHours(BERLIN, new Date(iso));
const opens = (iso: string) => nextOpening(BERLIN, new Date(iso))?.toISOString();

describe('business hours', () => {
  it('know several intervals a day, by the clock of their zone', () => {
    expect(within('2026-01-05T07:59:59Z')).toBe(false);
    expect(within('2026-01-05T08:00:00Z')).toBe(true);
    expect(within('2026-01-05T11:30:00Z')).toBe(false);
    expect(within('2026-01-05T12:30:00Z')).toBe(true);
    expect(within('2026-01-05T16:00:00Z')).toBe(false);
  });

  it('move with summer time', () => {
    expect(within('2026-07-06T07:00:00Z')).toBe(true);
    expect(within('2026-01-05T07:00:00Z')).toBe(false);
    expect(opens('2026-03-29T00:30:00Z')).toBe('2026-03-30T07:00:00.000Z');
  });

  it('are closed on holidays, or open as these say', () => {
    expect(within('2026-12-25T10:00:00Z')).toBe(false);
    expect(within('2026-12-28T09:30:00Z')).toBe(true);
    expect(within('2026-12-28T12:00:00Z')).toBe(false);
  });

  it('reach midnight', () => {
    expect(within('2026-01-02T22:59:00Z')).toBe(true);
    expect(within('2026-01-02T23:00:00Z')).toBe(false);
  });

  it('open next in the second interval, on the next working day, after a holiday', () => {
    expect(opens('2026-01-05T11:45:00Z')).toBe('2026-01-05T12:30:00.000Z');
    expect(opens('2026-01-05T16:30:00Z')).toBe('2026-01-09T08:00:00.000Z');
    expect(opens('2026-12-24T12:00:00Z')).toBe('2026-12-28T09:00:00.000Z');
  });

  it('without any are always open; those of nobody never open', () => {
    expect(isWithinHours(null, new Date())).toBe(true);
    expect(nextOpening({ ...BERLIN, week: {}, holidays: [] }, new Date('2026-01-05T00:00:00Z'))).toBeNull();
  });
});

describe('a promise', () => {
  const promise = (iso: string, minutes: number) =>
    promiseTime(BERLIN, new Date(iso), minutes)?.toISOString();

  it('is kept within working hours', () => {
    expect(promise('2026-01-05T08:00:00Z', 60)).toBe('2026-01-05T09:00:00.000Z');
    expect(promise('2026-01-05T11:00:00Z', 60)).toBe('2026-01-05T13:30:00.000Z');
    expect(promise('2026-01-06T10:00:00Z', 60)).toBe('2026-01-09T09:00:00.000Z');
  });
});
