import { describe, expect, it } from 'vitest';
import { checkArrows, RULES } from './check-arrows.ts';
import { BROWSER_AND_NAME_FIXTURES } from './fixtures/browser-and-name-fixtures.ts';
import { CORE_FIXTURES } from './fixtures/core-fixtures.ts';
import { type Files, server } from './fixtures/fixture.ts';
import { SERVER_FIXTURES } from './fixtures/server-fixtures.ts';

const FIXTURES = { ...CORE_FIXTURES, ...SERVER_FIXTURES, ...BROWSER_AND_NAME_FIXTURES };

/** Each finding as "rule: path:line what", server paths shortened. */
function findings(files: Files): readonly string[] {
  return checkArrows(new Map(Object.entries(files))).flatMap(({ rule, findings: found }) =>
    found.map(
      ({ path, line, what }) => `${rule.name}: ${path.replace('packages/server/src/', '')}:${line} ${what}`,
    ),
  );
}

describe.each(RULES.map(({ name }) => name))('%s', (name) => {
  const { broken = [], kept = [] } = FIXTURES[name] ?? {};

  it('is broken by its fixtures', () => {
    expect(broken.length).toBeGreaterThan(0);
    for (const [files, finding] of broken) expect(findings(files)).toContain(`${name}: ${finding}`);
  });

  it('lets what only looks like it pass', () => {
    for (const files of kept)
      expect(findings(files).filter((found) => found.startsWith(`${name}:`))).toEqual([]);
  });
});

describe('checkArrows', () => {
  it('A83: finds a second way out of the server, and leaves the one guarded client alone', () => {
    const forgotten = findings(server('leads/preview.adapter.ts', "await fetch('http://x');"));
    expect(forgotten).toContain('outbound-in-one-client: leads/preview.adapter.ts:1 uses fetch');
    const guarded = findings(server('outbound/outbound-fetch.adapter.ts', "await fetch('http://x');"));
    expect(guarded.filter((found) => found.startsWith('outbound-in-one-client'))).toEqual([]);
  });

  it('finds a cycle inside the platform', () => {
    const found = findings({
      ...server('database/a.ts', "import { b } from '../jobs/b.js';"),
      ...server('jobs/b.ts', "import { a } from '../database/a.js';"),
    });
    expect(found).toContain('features-acyclic: database/a.ts:1 closes the cycle database → jobs → database');
  });

  it('does not let a file that cannot be parsed slip through', () => {
    expect(() => findings(server('agents/x.ts', 'export const = 1;'))).toThrow(/agents\/x\.ts/);
  });
});
