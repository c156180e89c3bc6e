import { describe, expect, it } from 'vitest';
import type { Entry } from '../history/line.ts';
import { Checker, digestOf } from './checker.ts';
import { batch, CONV, goodLog, goodRun, judge, said, stamped } from './good-run.ts';

describe('the checker', () => {
  it('finds nothing wrong with a run in which nothing went wrong', () => {
    expect(judge(goodRun())).toEqual([]);
  });

  it('counts every acknowledged line once', () => {
    const checker = new Checker();
    for (const [index, entry] of [...said('v1-1', 2), ...said('v1-1', 2)].entries())
      [...checker.take(stamped(entry, index))];
    expect(checker.acknowledged).toBe(1);
  });

  it('holds nothing of a visitor who has been judged, and takes no late lines of theirs', () => {
    const checker = new Checker();
    const rows = goodLog();
    const lines: Entry[] = [
      ...goodRun().lines,
      { f: 'log', of: 'v1', conv: CONV, rows },
      { f: 'retire', of: 'v1', convs: [CONV] },
    ];
    for (const [index, entry] of lines.entries()) [...checker.take(stamped(entry, index))];
    expect([...checker.take(stamped(batch('v1', null, 90, 91, []), 99))]).toEqual([]);
    const final = { f: 'final', conv: CONV, rows: rows.length, digest: digestOf(rows) } as const;
    expect([...checker.take(stamped(final, 100)), ...checker.finish()]).toEqual([]);
  });

  it('refuses to pass a run at whose database nobody has looked in the end', () => {
    const checker = new Checker();
    const lines: Entry[] = [
      ...goodRun().lines,
      { f: 'log', of: 'v1', conv: CONV, rows: goodLog() },
      { f: 'retire', of: 'v1', convs: [CONV] },
    ];
    for (const [index, entry] of lines.entries()) [...checker.take(stamped(entry, index))];
    expect(() => [...checker.finish()]).toThrow(/proves nothing/);
  });
});
