import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_EPISODES } from '../faults/schedule.ts';
import { CRASH_POINTS } from './crash-points.ts';
import { MUTATIONS } from './mutations.ts';
import { applyPatch, pathOf } from './patch.ts';

describe('the planted bugs', () => {
  it('are at least twenty, each with a name of its own', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(20);
    expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
  });

  // `npm test` builds before it runs this.
  for (const { name, patches } of MUTATIONS) {
    it.runIf(existsSync(pathOf('server/dist/main.js')))(`${name} still applies to what is built`, () => {
      const bySource = new Map<string, string>();
      for (const patch of patches) {
        const source = bySource.get(patch.file) ?? readFileSync(pathOf(patch.file), 'utf8');
        const patched = applyPatch(source, patch);
        expect(patched).not.toBe(source);
        bySource.set(patch.file, patched);
      }
    });
  }

  it('refuse a text that is not there, and one that is there twice', () => {
    const patch = { file: 'server/dist/main.js', replace: [['once', 'twice']] } as const;
    expect(() => applyPatch('nothing of it', patch)).toThrow(/no longer holds/);
    expect(() => applyPatch('once and once', patch)).toThrow(/more than once/);
    expect(applyPatch('just once', patch)).toBe('just twice');
  });

  it('name only faults that there are', () => {
    const kinds = new Set(ALL_EPISODES.map(({ kind }) => kind));
    for (const { faults } of MUTATIONS) for (const kind of faults) expect(kinds).toContain(kind);
  });
});

describe('the crash points', () => {
  it('are at least fifteen, each with a name of its own and a place in what is built', () => {
    expect(CRASH_POINTS.length).toBeGreaterThanOrEqual(15);
    expect(new Set(CRASH_POINTS.map(({ name }) => name)).size).toBe(CRASH_POINTS.length);
    for (const { file, target } of CRASH_POINTS) {
      const [owner = '', method = owner] = target.split('.');
      expect(readFileSync(pathOf(file), 'utf8')).toMatch(new RegExp(`\\b${method}\\(`));
    }
  });
});
