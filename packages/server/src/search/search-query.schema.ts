import { z } from 'zod';

/** Everything that may be asked; another name or value is refused, and none of them becomes part of a statement. */
export const searchQuerySchema = z.strictObject({
  q: z.string().trim().min(1).max(200),
  status: z.enum(['open', 'closed']).optional(),
  owner: z.enum(['me', 'agent', 'assistant', 'queue']).optional(),
  tier: z.enum(['A', 'B', 'C', 'D']).optional(),
  verdict: z.enum(['qualified', 'needs_review', 'disqualified']).optional(),
  site: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z,cnv_[0-9a-z]{26}$/, 'is not a place in this list')
    .optional(),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;
