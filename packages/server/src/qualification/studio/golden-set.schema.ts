import { type GoldenConversation, type SlotValue } from '@baton/shared-types';
import { z } from 'zod';

/** Values are compared by their canonical JSON, so that any shape may be written down; a wrong one just never fits. */
const slotValue = z.union([
  z.string().max(500),
  z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
]);

const conversation = z.strictObject({
  name: z.string().trim().min(1).max(200),
  language: z.string().regex(/^[a-z]{2,3}$/),
  lines: z.array(z.string().min(1).max(4_000)).min(1).max(40),
  expect: z.strictObject({
    verdict: z.enum(['qualified', 'needs_review', 'disqualified']).nullable(),
    handoff: z.enum(['qualified', 'human_request', 'complaint', 'automation_paused']).nullable(),
    slots: z.record(z.string(), slotValue as unknown as z.ZodType<SlotValue>).optional(),
  }),
});

/** A workspace's golden set. It may be empty: then nothing keeps a playbook from being published. */
export const goldenSetSchema = z.strictObject({
  conversations: z
    .array(conversation as z.ZodType<GoldenConversation>)
    .max(200)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'a name stands here twice'),
});
