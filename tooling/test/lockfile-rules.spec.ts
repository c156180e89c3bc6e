import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLockfile, readLockedPackages } from './lockfile-rules.ts';

function lockfile(...packages: readonly string[]): string {
  const lines = packages.map(
    (name) => `  ${name.startsWith('@') ? `'${name}'` : name}:\n    resolution: {}\n`,
  );
  return `lockfileVersion: '9.0'\n\npackages:\n\n${lines.join('\n')}\nsnapshots:\n\n  ws@1.0.0: {}\n`;
}

describe('checkLockfile', () => {
  it('reads this project’s lockfile, which keeps every rule', () => {
    const text = readFileSync(new URL('../../pnpm-lock.yaml', import.meta.url), 'utf8');
    expect(readLockedPackages(text).length).toBeGreaterThan(100);
    expect(checkLockfile(text)).toEqual([]);
  });

  it('refuses a version below its security floor', () => {
    expect(checkLockfile(lockfile('ws@8.20.9'))).toEqual(['ws 8.20.9 is below its security floor.']);
    expect(checkLockfile(lockfile('ws@8.21.0-beta.1'))).toHaveLength(1);
    expect(checkLockfile(lockfile('ws@8.21.0'))).toEqual([]);
    expect(checkLockfile(lockfile('ws@10.0.0'))).toEqual([]);
  });

  it('knows that typeorm has two maintained lines', () => {
    expect(checkLockfile(lockfile('typeorm@0.3.31'))).toEqual([]);
    expect(checkLockfile(lockfile('typeorm@0.3.30'))).toHaveLength(1);
    expect(checkLockfile(lockfile('typeorm@1.0.9'))).toHaveLength(1);
  });

  it('refuses developer tools that open a door', () => {
    expect(checkLockfile(lockfile('@nestjs/devtools-integration@1.0.0'))).toHaveLength(1);
  });

  it('refuses a host, so that any registry serves', () => {
    expect(checkLockfile(`${lockfile('ws@8.21.0')}\n# https://packages.example\n`)).toHaveLength(1);
  });

  it('does not pass a lockfile that it cannot read', () => {
    expect(checkLockfile('')).toHaveLength(1);
  });
});
