import { describe, expect, it } from 'vitest';
import { add, NOTHING, summarize, tallyCheck, tallyPlaywright, tallyRun, tallyVitest } from './tally.ts';

describe('the last line of npm test', () => {
  it('names skipped tests only when there are any', () => {
    expect(summarize({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(summarize({ passed: 12, failed: 3, skipped: 1 })).toBe('12 passed, 3 failed, 1 skipped');
  });

  it('adds checks and tests', () => {
    expect(add(add(NOTHING, tallyCheck(true)), tallyCheck(false))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('a run of tests', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

  it('counts each test of Vitest, and what was skipped', () => {
    expect(tallyRun(true, tallyVitest(vitest))).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it('counts a flaky browser test as failed', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } };
    expect(tallyRun(false, tallyPlaywright(report))).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  it('is failed when the runner failed without naming a test', () => {
    expect(tallyRun(false, tallyVitest(vitest)).failed).toBe(1);
  });

  it('is failed when there is no report, or no test', () => {
    expect(tallyRun(true, tallyVitest('not a report')).failed).toBe(1);
    expect(tallyRun(true, tallyPlaywright({})).failed).toBe(1);
    expect(tallyRun(true, tallyVitest({ ...vitest, numPassedTests: 0 })).failed).toBe(1);
  });
});
