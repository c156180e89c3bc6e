import { REPORT_GROUPINGS } from '@baton/shared-types';
import { z } from 'zod';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'is not a day')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a day');

/** A period of days and how it is split. Nothing else may be asked. */
export const reportQuerySchema = z
  .strictObject({
    from: day,
    to: day,
    timeZone: z.string().max(60).refine(isTimeZone, 'is not a time zone').default('UTC'),
    by: z.enum(REPORT_GROUPINGS).default('site'),
  })
  .refine(({ from, to }) => Date.parse(from) <= Date.parse(to), 'from is later than to')
  .refine(
    ({ from, to }) => Date.parse(to) - Date.parse(from) < LONGEST_DAYS * DAY_MS,
    `at most ${LONGEST_DAYS} days`,
  );
export type ReportQuery = z.infer<typeof reportQuerySchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
