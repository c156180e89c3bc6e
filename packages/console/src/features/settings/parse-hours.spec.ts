import { describe, expect, it } from 'vitest';
import { parseHolidays, parseIntervals, writeHolidays, writeIntervals } from './parse-hours.js';

describe('opening hours as they are typed', () => {
  it('may have several intervals, and come back as they were', () => {
    const parsed = parseIntervals('09:00-12:30, 13:30 – 24:00');
    expect(parsed).toEqual({
      ok: true,
      value: [
        { from: '09:00', to: '12:30' },
        { from: '13:30', to: '24:00' },
      ],
    });
    expect(parsed.ok && writeIntervals(parsed.value)).toBe('09:00-12:30, 13:30-24:00');
    expect(parseIntervals('  ')).toEqual({ ok: true, value: [] });
  });

  it.each(['9-12', '12:00-09:00', '09:00-25:00', 'closed', '09:00'])('refuse %s', (text) => {
    expect(parseIntervals(text)).toEqual({ ok: false, line: text });
  });
});

describe('holidays as they are typed', () => {
  it('are days with a name, and may have hours', () => {
    const text = '2026-12-25 Christmas Day\n2026-12-24 Christmas Eve 09:00-12:00';
    const parsed = parseHolidays(text);
    expect(parsed).toEqual({
      ok: true,
      value: [
        { on: '2026-12-25', name: 'Christmas Day', intervals: [] },
        { on: '2026-12-24', name: 'Christmas Eve', intervals: [{ from: '09:00', to: '12:00' }] },
      ],
    });
    expect(parsed.ok && writeHolidays(parsed.value)).toBe(text);
  });

  it.each(['25.12.2026 Christmas', '2026-13-45 X', '2026-12-25', '2026-12-24 Eve 12:00-09:00'])(
    'refuse %s',
    (line) => {
      expect(parseHolidays(line)).toEqual({ ok: false, line });
    },
  );
});
