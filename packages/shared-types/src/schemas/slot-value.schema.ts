import { z } from 'zod';
import type { SlotValue } from '../slots.js';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The value of a slot, whatever its kind. */
export const slotValueSchema: z.ZodType<SlotValue> = z.union([
  z.string().min(1).max(4_000).describe('name, email, phone, company, role, country, use_case, current_tool'),
  z
    .strictObject({ min: z.number().nullable(), max: z.number().nullable() })
    .describe('team_size: people; null is unbounded'),
  z
    .strictObject({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: z.string().regex(/^[A-Z]{3}$/),
      period: z.enum(['month', 'year', 'once', 'seat_month']).nullable(),
    })
    .describe('budget: units of the currency (ISO 4217), not cents'),
  z
    .strictObject({ from: isoDate.nullable(), to: isoDate.nullable() })
    .describe('timeline: both days inclusive; null is open'),
]);
