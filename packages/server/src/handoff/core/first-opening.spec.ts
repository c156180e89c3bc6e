import type { BusinessHours } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { firstOpening } from './first-opening.js';

const weekdays = (from: string, to: string): BusinessHours => ({
  timeZone: 'Europe/London',
  week: { mon: [{ from, to }], tue: [{ from, to }] },
  holidays: [],
});
const SUNDAY = new Date('2026-11-29T12:00:00Z');
const MONDAY_TEN = new Date('2026-11-30T10:00:00Z');

describe('firstOpening', () => {
  it('is the earliest of all teams', () => {
    const found = firstOpening([weekdays('11:00', '17:00'), weekdays('09:00', '17:00')], SUNDAY);
    expect(found?.toISOString()).toBe('2026-11-30T09:00:00.000Z');
  });

  it('claims nothing while some team is at work: who is missing then may be back any minute', () => {
    expect(firstOpening([weekdays('11:00', '17:00'), weekdays('09:00', '17:00')], MONDAY_TEN)).toBeNull();
  });

  it('claims nothing where a team has no hours, or nobody has', () => {
    expect(firstOpening([null, weekdays('09:00', '17:00')], SUNDAY)).toBeNull();
    expect(firstOpening([], SUNDAY)).toBeNull();
  });

  it('passes over a team that never opens', () => {
    const never = { timeZone: 'UTC', week: {}, holidays: [] };
    expect(firstOpening([never], SUNDAY)).toBeNull();
    expect(firstOpening([never, weekdays('09:00', '17:00')], SUNDAY)).not.toBeNull();
  });
});
