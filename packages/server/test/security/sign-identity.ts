import { type JWTPayload, SignJWT } from 'jose';
import type { World } from '../world.js';

export interface TestKey {
  readonly kid: string;
  readonly secret: string;
}

/** Makes a signing secret for the site of `tidewater`, as an administrator does. */
export async function createKey(world: World, site: string): Promise<TestKey> {
  const cookie = await world.signIn('tidewater', 'admin');
  const response = await world.http('POST', `/api/sites/${site}/identity/keys`, {
    cookie,
    body: { algorithm: 'HS256' },
  });
  return (await response.json()) as TestKey;
}

/** Signs as a customer's server does: a quarter of an hour, for this site. Any claim or header can be another one. */
export async function signIdentity(
  key: TestKey,
  claims: { readonly [Name in keyof JWTPayload]?: JWTPayload[Name] | undefined },
  header: { readonly alg?: string; readonly kid?: string } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const all = { aud: 'demo-tidewater', iat: now, exp: now + 900, jti: crypto.randomUUID(), ...claims };
  return new SignJWT(all as JWTPayload)
    .setProtectedHeader({ alg: 'HS256', kid: key.kid, ...header })
    .sign(new TextEncoder().encode(key.secret));
}
