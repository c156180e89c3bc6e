import { SLOT_KINDS } from '@baton/shared-types';
import { z } from 'zod';

/** What the model is asked to return: flat, so that every endpoint's structured output can carry it. */
export const extractionSchema = z.object({
  facts: z
    .array(
      z.object({
        kind: z.enum(SLOT_KINDS),
        /** The visitor's exact words that prove the fact. */
        quote: z.string(),
        /** For name, email, phone, company, role, country, use_case and current_tool. */
        text: z.string().nullable(),
        /** For team_size and budget. */
        min: z.number().nullable(),
        max: z.number().nullable(),
        /** For budget. */
        currency: z.string().nullable(),
        period: z.enum(['month', 'year', 'once', 'seat_month']).nullable(),
        /** For timeline, YYYY-MM-DD. */
        from: z.string().nullable(),
        to: z.string().nullable(),
        /** The words say that an earlier value was wrong. */
        corrects: z.boolean(),
      }),
    )
    .max(24),
});

/** Reply and facts of a single call. */
export const singleCallSchema = extractionSchema.extend({ reply: z.string() });

export type ModelFacts = z.infer<typeof extractionSchema>;
