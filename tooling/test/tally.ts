/** What came of a step: a check counts 1, each test counts 1. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function tallyCheck(ok: boolean): Tally {
  return ok ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** The line that `npm test` ends with. */
export function summarize({ passed, failed, skipped }: Tally): string {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${counts}, ${skipped} skipped` : counts;
}

/** Counts a Vitest JSON report; null when it is none. */
export function tallyVitest(report: unknown): Tally | null {
  const passed = count(report, 'numPassedTests');
  const failed = count(report, 'numFailedTests');
  if (passed === null || failed === null) return null;
  const skipped = (count(report, 'numPendingTests') ?? 0) + (count(report, 'numTodoTests') ?? 0);
  return { passed, failed, skipped };
}

/** Counts a Playwright JSON report; a test that passed only on a second try counts as failed. Null when it is none. */
export function tallyPlaywright(report: unknown): Tally | null {
  const stats = property(report, 'stats');
  const passed = count(stats, 'expected');
  const unexpected = count(stats, 'unexpected');
  if (passed === null || unexpected === null) return null;
  return { passed, failed: unexpected + (count(stats, 'flaky') ?? 0), skipped: count(stats, 'skipped') ?? 0 };
}

/**
 * A runner's own verdict and its report together: a runner that failed without a failed test (a file that does not
 * load, a crash) counts as one failure, and so does a run without any test.
 */
export function tallyRun(exitedWell: boolean, report: Tally | null): Tally {
  if (report === null) return { ...NOTHING, failed: 1 };
  const silent = !exitedWell && report.failed === 0;
  const empty = report.passed + report.failed === 0;
  return silent || empty ? { ...report, failed: report.failed + 1 } : report;
}

function count(value: unknown, key: string): number | null {
  const found = property(value, key);
  return typeof found === 'number' ? found : null;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
