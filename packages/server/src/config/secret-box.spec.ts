import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createSecretBox } from './secret-box.adapter.js';
import { readSecretKey } from './secret-key.adapter.js';

const box = createSecretBox(new Uint8Array(32).fill(7));

it('gives back what was sealed, and never the same bytes twice', () => {
  const sealed = box.seal('häagen 🔑', 'a');
  expect(box.open(sealed, 'a')).toBe('häagen 🔑');
  expect(box.seal('häagen 🔑', 'a')).not.toBe(sealed);
  expect(sealed).not.toContain('gen');
});

it.each([
  ['for another place', box, 'b', (sealed: string) => sealed],
  ['with another key', createSecretBox(new Uint8Array(32)), 'a', (sealed: string) => sealed],
  ['and changed since', box, 'a', (sealed: string) => `${sealed.slice(0, -4)}AAA=`],
  ['as nothing', box, 'a', () => ''],
])('does not open what was sealed %s', (_, opener, place, changed) => {
  expect(() => opener.open(changed(box.seal('secret', 'a')), place)).toThrow();
});

it('the key is made once, for this user alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-key-'));
  try {
    const first = readSecretKey({ SECRET_KEY: undefined, DATA_DIR: folder });
    expect(first).toHaveLength(32);
    expect(readSecretKey({ SECRET_KEY: undefined, DATA_DIR: folder })).toEqual(first);
    expect(statSync(path.join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
