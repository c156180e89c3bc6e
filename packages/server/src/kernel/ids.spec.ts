import { isId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { createIds } from './ids.js';
import { systemRandom } from './random.js';

const at = (iso: string) => ({ now: () => new Date(iso) });

describe('createIds', () => {
  it('makes ids of the form that the contract checks', () => {
    const ids = createIds(at('2026-11-20T10:00:00Z'), systemRandom);
    expect(isId('cnv', ids.next('cnv'))).toBe(true);
    expect(isId('msg', ids.next('cnv'))).toBe(false);
  });

  it('makes ids that sort by the time of their making, even when chance says otherwise', () => {
    const high = { bytes: (length: number) => new Uint8Array(length).fill(255) };
    const low = { bytes: (length: number) => new Uint8Array(length) };
    const earlier = createIds(at('2026-11-20T10:00:00.000Z'), high).next('evt');
    const later = createIds(at('2026-11-20T10:00:00.001Z'), low).next('evt');
    expect([later, earlier].sort()).toEqual([earlier, later]);
  });

  it('encodes a known instant as known characters', () => {
    const ids = createIds(at('1970-01-01T00:00:01.025Z'), { bytes: (length) => new Uint8Array(length) });
    // 1025 = 1 · 32² + 0 · 32 + 1
    expect(ids.next('msg')).toBe(`msg_0000000101${'0'.repeat(16)}`);
  });

  it('makes a thousand different ids in one millisecond', () => {
    const ids = createIds(at('2026-11-20T10:00:00Z'), systemRandom);
    expect(new Set(Array.from({ length: 1_000 }, () => ids.next('evt'))).size).toBe(1_000);
  });
});
