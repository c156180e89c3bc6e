import { createHmac, generateKeyPairSync } from 'node:crypto';
import { type Reply, type SessionOpened, VISITOR_COMMAND } from '@baton/shared-types';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type TestVisitor, type World } from '../world.js';
import { createKey, signIdentity, type TestKey } from './sign-identity.js';

let world: World;
let site: string;
let key: TestKey;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const [row] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  site = row?.id ?? '';
  key = await createKey(world, site);
});
afterAll(() => world?.stop());

const once = () => crypto.randomUUID();
const page = { url: '', title: '', referrer: '' };

function open(visitor: TestVisitor, identity?: unknown, more: object = {}): Promise<Reply<SessionOpened>> {
  return visitor.ask(VISITOR_COMMAND.openSession, { page, locale: 'en', timeZone: 'UTC', identity, ...more });
}

const countNamed = async () =>
  (await world.sql<{ n: number }>('SELECT count(*)::int AS n FROM visitor WHERE subject IS NOT NULL'))[0]?.n;

describe('A34, A35: an identity that is not entirely right is nobody, and never an anonymous visitor instead', () => {
  const now = Math.floor(Date.now() / 1_000);
  const sub = 'user-1';
  const hostile: readonly (readonly [string, () => unknown])[] = [
    ['empty', () => ''],
    ['null', () => null],
    ['an array', () => []],
    ['a bare digest', () => createHmac('sha256', key.secret).update(sub).digest('hex')],
    ['a truncated signature', async () => (await signIdentity(key, { sub })).slice(0, -6)],
    ['no signature', async () => (await signIdentity(key, { sub })).replace(/[^.]+$/, '')],
    [
      'alg none',
      async () => {
        const [, body] = (await signIdentity(key, { sub })).split('.');
        return `${Buffer.from(JSON.stringify({ alg: 'none', kid: key.kid })).toString('base64url')}.${body}.`;
      },
    ],
    [
      'another algorithm than the key is for',
      async () =>
        new SignJWT({ sub, aud: 'demo-tidewater', iat: now, exp: now + 60 })
          .setProtectedHeader({ alg: 'HS512', kid: key.kid })
          .sign(new TextEncoder().encode(key.secret.repeat(2))),
    ],
    ['another audience', () => signIdentity(key, { sub, aud: 'demo-alpenrad' })],
    ['no audience', () => signIdentity(key, { sub, aud: undefined })],
    ['no expiry', () => signIdentity(key, { sub, exp: undefined })],
    ['expired', () => signIdentity(key, { sub, iat: now - 900, exp: now - 120 })],
    ['valid for a week', () => signIdentity(key, { sub, exp: now + 7 * 86_400 })],
    ['valid from tomorrow', () => signIdentity(key, { sub, nbf: now + 86_400 })],
    ['issued in the future', () => signIdentity(key, { sub, iat: now + 3_600, exp: now + 7_200 })],
    ['no subject', () => signIdentity(key, {})],
    ['another secret', () => signIdentity({ ...key, secret: 'x'.repeat(43) }, { sub })],
    ['a kid that there is not', () => signIdentity({ ...key, kid: 'gone' }, { sub })],
    ['no kid', () => signIdentity(key, { sub }, { kid: undefined as never })],
  ];

  it.each(hostile)('%s', async (_, make) => {
    const visitor = await world.visitor('tidewater');
    const before = await countNamed();
    const refused = await open(visitor, await make());
    expect(refused.ok).toBe(false);
    expect(refused.ok || ['identity_refused', 'invalid_input']).toContain(refused.ok || refused.error.code);
    const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
      clientId: once(),
      text: 'x',
      kind: 'text',
    });
    // An input of the wrong form never reached the session; everything else has left nobody in it.
    if (!refused.ok && refused.error.code === 'identity_refused') {
      expect(sent).toMatchObject({ ok: false, error: { code: 'session_invalid' } });
    }
    expect(await countNamed()).toBe(before);
  });

  it('the secret of another workspace', async () => {
    const cookie = await world.signIn('alpenrad', 'admin');
    const [row] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-alpenrad'`);
    const made = await world.http('POST', `/api/sites/${row?.id}/identity/keys`, {
      cookie,
      body: { algorithm: 'HS256' },
    });
    const foreign = (await made.json()) as TestKey;
    const visitor = await world.visitor('tidewater');
    expect(await open(visitor, await signIdentity(foreign, { sub }))).toMatchObject({
      ok: false,
      error: { code: 'identity_refused' },
    });
  });

  it('an RSA public key is no HMAC secret', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const cookie = await world.signIn('tidewater', 'admin');
    const add = (body: object) => world.http('POST', `/api/sites/${site}/identity/keys`, { cookie, body });
    const { kid } = (await (await add({ algorithm: 'RS256', publicKey: pem })).json()) as TestKey;
    const claims = { sub: 'rsa-user', aud: 'demo-tidewater', iat: now, exp: now + 60 };
    const right = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    const swapped = await signIdentity({ kid, secret: pem }, { sub: 'rsa-user' });
    expect(await open(await world.visitor('tidewater'), swapped)).toMatchObject({ ok: false });
    expect(await open(await world.visitor('tidewater'), right)).toMatchObject({ ok: true });
    const secretHalf = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect((await add({ algorithm: 'RS256', publicKey: secretHalf })).status).toBe(400);
    expect((await add({ algorithm: 'ES256', publicKey: pem })).status).toBe(400);
  });

  it('replayed from a second device after its first minute', async () => {
    const signed = await signIdentity(key, { sub: 'replayed' });
    const first = await world.visitor('tidewater');
    const opened = await open(first, signed);
    if (!opened.ok) throw new Error(opened.error.code);
    await world.sql(`UPDATE identity_use SET first_used_at = now() - interval '2 minutes'`);
    expect(await open(await world.visitor('tidewater'), signed)).toMatchObject({
      ok: false,
      error: { code: 'identity_refused' },
    });
    const again = await world.visitor('tidewater', { token: opened.value.token });
    expect(await open(again, signed)).toMatchObject({ ok: true, value: { token: opened.value.token } });
  });
});
