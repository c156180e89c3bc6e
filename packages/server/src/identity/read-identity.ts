import type { IdentityAttribute, VerifiedIdentity } from '@baton/shared-types';
import { z } from 'zod';

/** A signed identity is valid for at most this long. */
export const MAX_VALIDITY_SECONDS = 24 * 3_600;

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Surrogate}]*$/u);

const claims = z.object({
  sub: line(200),
  name: line(200).optional(),
  email: z.string().max(320).email().optional(),
  attributes: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]{0,39}$/i),
      z.union([z.string().max(500), z.number(), z.boolean()]),
    )
    .refine((attributes) => Object.keys(attributes).length <= 20)
    .optional(),
  iat: z.number(),
  exp: z.number(),
});

/** What a verified payload says. Null when it is not of the agreed form: half an identity is none. */
export function readIdentity(
  payload: unknown,
): { readonly identity: VerifiedIdentity; readonly expiresAt: Date } | null {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, name, email, attributes, iat, exp } = parsed.data;
  if (exp - iat > MAX_VALIDITY_SECONDS || exp <= iat) return null;
  const held: Readonly<Record<string, IdentityAttribute>> = attributes ?? {};
  return {
    identity: { subject: sub, name: name ?? null, email: email?.toLowerCase() ?? null, attributes: held },
    expiresAt: new Date(exp * 1_000),
  };
}
