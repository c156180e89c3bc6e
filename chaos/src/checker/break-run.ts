import type { Entry, LogRow } from '../history/line.ts';
import { Checker } from './checker.ts';
import { CONV, judge, message, type Run, row, stamped } from './good-run.ts';

/** The good history over another log; at rest at `restedAt` if given. */
export function changing(
  change: (rows: LogRow[]) => LogRow[],
  restedAt?: number,
): (run: Run) => readonly string[] {
  return ({ lines, rows }) =>
    judge({
      rows: change(rows),
      lines: lines.map((line) => (line.f === 'rest' && restedAt ? { ...line, head: restedAt } : line)),
    });
}

export function adding(line: Entry): (run: Run) => readonly string[] {
  return ({ lines, rows }) => judge({ rows, lines: [...lines, line] });
}

export function replacing<F extends Entry['f']>(
  f: F,
  change: (line: Extract<Entry, { f: F }>) => Entry,
): (run: Run) => readonly string[] {
  return ({ lines, rows }) =>
    judge({
      rows,
      lines: lines.map((line) => (line.f === f ? change(line as Extract<Entry, { f: F }>) : line)),
    });
}

export function each(rows: readonly LogRow[], seq: number, change: Partial<LogRow>): LogRow[] {
  return rows.map((one) => (one.seq === seq ? { ...one, ...change } : one));
}

/** Nobody takes the handoff; instead of the acceptance there stands `type`, and the visitor gets no word. */
export function waiting(rows: readonly LogRow[], type: string): LogRow[] {
  return rows.map((one) => {
    if (one.seq === 10) return { ...one, type, actor: 'system', actorId: null };
    if (one.owner !== null && one.seq > 8) return row(one.seq, {});
    return one.actor === 'agent' ? message(one.seq, 'system', null) : one;
  });
}

export function judgeFinally({ lines, rows }: Run, digest: string | null): readonly string[] {
  const checker = new Checker();
  const whole: Entry[] = [
    ...lines,
    { f: 'log', of: 'v1', conv: CONV, rows },
    { f: 'retire', of: 'v1', convs: [CONV] },
    digest === null
      ? { f: 'final', conv: 'cnv_other', rows: 1, digest: '' }
      : { f: 'final', conv: CONV, rows: rows.length, digest },
  ];
  const found = whole.flatMap((entry, index) => [...checker.take(stamped(entry, index))]);
  return [...found, ...checker.finish()].map(({ row: name, what }) => `${name} ${what}`);
}
