import { z } from 'zod';
import {
  type BusinessHours,
  type PlaybookRouting,
  type RoutingDestination,
  type RoutingRule,
  RUNGS,
  WEEKDAYS,
  type Weekday,
} from '../routing.js';
import { isTimeZone } from './is-time-zone.js';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits and underscores');
const sentence = z.string().trim().min(1).max(600);
const seconds = z.number().int().min(5).max(3_600);

const destination = {
  team: key.nullable().default(null),
  skills: z.array(key).max(10).default([]),
  priority: z.enum(['urgent', 'high', 'normal', 'low']).default('normal'),
  deadlineSeconds: seconds.optional(),
  fallback: z.array(key).max(10).default([]),
  ownerFirst: z.boolean().optional(),
  because: sentence,
};
const destinationSchema: z.ZodType<RoutingDestination> = z.strictObject(destination);
const ruleSchema: z.ZodType<RoutingRule> = z.strictObject({
  id: key,
  when: z.string().trim().min(1).max(500),
  ...destination,
});

/** The section `routing` of a playbook. */
export const routingSchema: z.ZodType<PlaybookRouting> = z.strictObject({
  ladder: z
    .array(
      z.strictObject({ rung: z.enum(RUNGS), seconds, tries: z.number().int().min(1).max(10).optional() }),
    )
    .min(1)
    .max(RUNGS.length)
    .refine(isClimbing, 'each rung once, in the order agent, team, wider, supervisor'),
  firstReplySeconds: z.number().int().min(10).max(3_600),
  promiseMinutes: z.number().int().min(5).max(10_080),
  rules: z.array(ruleSchema).max(100),
  default: destinationSchema,
});

function isClimbing(ladder: readonly { readonly rung: (typeof RUNGS)[number] }[]): boolean {
  const steps = ladder.map(({ rung }) => RUNGS.indexOf(rung));
  return steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? -1));
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:30');
const interval = z.strictObject({ from: clock, to: clock }).refine(({ from, to }) => from < to, {
  message: 'must end after it begins; divide at midnight',
});
const intervals = z
  .array(interval)
  .max(6)
  .refine((list) => list.every(({ from }, index) => index === 0 || from >= (list[index - 1]?.to ?? '')), {
    message: 'must follow each other',
  });
const days = Object.fromEntries(WEEKDAYS.map((day) => [day, intervals.optional()])) as Record<
  Weekday,
  z.ZodOptional<typeof intervals>
>;

/** The working hours of a team or a person. */
export const businessHoursSchema: z.ZodType<BusinessHours> = z.strictObject({
  timeZone: z.string().max(60).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin'),
  week: z.strictObject(days),
  holidays: z
    .array(
      z.strictObject({
        on: z.iso.date(),
        name: z.string().trim().min(1).max(80),
        intervals: intervals.default([]),
      }),
    )
    .max(200),
});
