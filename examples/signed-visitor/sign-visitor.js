import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs who a signed-in user is (a JWT with HS256). Runs on your server: whoever has the secret can be anybody.
 * `kid` and `secret` come from the console; `siteKey` is the one of the script tag.
 */
export function signVisitor(user, { siteKey, kid, secret }, now = Math.floor(Date.now() / 1_000)) {
  const claims = {
    aud: siteKey,
    sub: user.id,
    name: user.name,
    email: user.email,
    attributes: user.attributes,
    iat: now,
    exp: now + 15 * 60,
    // Every token is another one, so that each page view may open a session.
    jti: crypto.randomUUID(),
  };
  const body = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${part(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
