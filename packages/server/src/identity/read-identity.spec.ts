import { expect, it } from 'vitest';
import { readIdentity } from './read-identity.js';

const now = 1_790_000_000;
const good = { sub: 'user-1', aud: 'key', iat: now, exp: now + 3_600 };

it('takes who somebody is, and nothing that was not signed', () => {
  const payload = {
    ...good,
    name: ' Ann ',
    email: 'Ann@Lake.example',
    attributes: { plan: 'pro', seats: 4 },
    role: 'admin',
  };
  expect(readIdentity(payload)).toEqual({
    identity: {
      subject: 'user-1',
      name: 'Ann',
      email: 'ann@lake.example',
      attributes: { plan: 'pro', seats: 4 },
    },
    expiresAt: new Date((now + 3_600) * 1_000),
  });
});

it.each([
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '  ' }],
  ['a subject that is no text', { sub: ['user-1'] }],
  ['a subject with a NUL', { sub: 'user\u0000' }],
  ['a name that turns the line around', { name: 'Ann\u202e' }],
  ['no expiry', { exp: undefined }],
  ['an expiry that is no number', { exp: '9' }],
  ['more than a day', { exp: now + 86_401 }],
  ['an end before the beginning', { exp: now - 1 }],
  ['half an address', { email: 'ann' }],
  ['nested attributes', { attributes: { plan: { name: 'pro' } } }],
  [
    'too many attributes',
    { attributes: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`a${n}`, n])) },
  ],
])('A34, A35: with %s it is nobody', (_, change) => {
  expect(readIdentity({ ...good, ...change })).toBeNull();
});

it('A34: what is no object is nobody', () => {
  for (const payload of [null, '', [], 1, 'x']) expect(readIdentity(payload)).toBeNull();
});
