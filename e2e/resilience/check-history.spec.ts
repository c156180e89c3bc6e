import { describe, expect, it } from 'vitest';
import { checkHistory } from './check-history.js';
import type { HistoryLine, LogRow, LogSnapshot } from './history.js';

/** Two visitors, a crash between their lines, everything answered: a run without a fault. */
interface Run {
  history: HistoryLine[];
  snapshots: { t: number; rows: LogRow[] }[];
}

function goodRun(): Run {
  const rows = [...conversation('a', 1_000), ...conversation('b', 1_500)];
  const early = rows.filter((row) => row.seq <= 5);
  return {
    history: [
      ...said('a', 1, 1_000),
      ...said('b', 1, 1_500),
      server(5_000, 'killed'),
      server(6_000, 'starting'),
      server(8_000, 'ready'),
      ...said('a', 2, 9_000),
      ...said('b', 2, 9_500),
      ...['a', 'b'].map((proc) => read(proc, rows, 0, 0)),
    ],
    snapshots: [
      { t: 8_100, rows: early },
      { t: 20_000, rows },
    ],
  };
}

describe('the checker', () => {
  it('finds nothing wrong with a run in which nothing went wrong', () => {
    expect(check(goodRun())).toEqual([]);
  });

  it('I1: a line that was acknowledged and is gone', () => {
    const run = goodRun();
    const cut = run.snapshots[1];
    if (cut) cut.rows = cut.rows.filter((row) => !(row.conv === 'conv-b' && row.seq > 5));
    expect(check(run)).toContain("I1 b's line b-2 was acknowledged and is not in the log");
  });

  it('I1: a line that stands elsewhere than was promised', () => {
    const run = goodRun();
    run.history = run.history.map((line) =>
      line.f === 'send' && line.type === 'ok' && line.cid === 'a-2' ? { ...line, seq: 7 } : line,
    );
    expect(check(run)).toEqual(["I1 a's line a-2 was acknowledged at conv-a/7 and stands at conv-a/6"]);
  });

  it('I1: a line whose words have changed', () => {
    const run = changed((row) => (row.cid === 'a-1' ? { ...row, text: 'other words' } : row));
    expect(check(run)).toContain("I1 a's line a-1 has other words in the log");
  });

  it('I2: a line that a retry has doubled', () => {
    const run = changed((row) => (row.cid === 'a-2' ? { ...row, cid: 'a-1' } : row));
    expect(check(run)).toContain('I2 the line a-1 stands in the log 2 times: conv-a/2, conv-a/6');
  });

  it('I2: an assistant that speaks twice in one turn', () => {
    const run = changed((row) =>
      row.turnId === 'trn-a-2' && row.messageId ? { ...row, turnId: 'trn-a-1' } : row,
    );
    expect(check(run)).toContain('I2 the assistant spoke 2 times in the turn trn-a-1: conv-a/4, conv-a/8');
  });

  it('I2: a line that is answered in two turns', () => {
    const run = changed((row) =>
      row.turnId === 'trn-a-2' && row.speaks ? { ...row, answers: ['msg-a-1'] } : row,
    );
    expect(check(run)).toContain(
      "I2 the visitor's message msg-a-1 was answered in 2 turns: conv-a/3, conv-a/7",
    );
  });

  it('I2: a visitor who gets a second conversation', () => {
    const run = goodRun();
    run.history = run.history.map((line) =>
      line.f === 'send' && line.type === 'ok' && line.cid === 'a-2' ? { ...line, conv: 'conv-c' } : line,
    );
    expect(check(run)).toContain('I2 a got a second conversation: conv-a, then conv-c');
  });

  it('I3: a gap in the log', () => {
    const run = changed((row) =>
      row.conv === 'conv-a' && row.seq >= 5 ? { ...row, seq: row.seq + 1 } : row,
    );
    expect(check(run)).toContain('I3 conv-a has 6 where 5 was due');
  });

  it('I3: a log that a crash has rewritten', () => {
    const run = goodRun();
    const last = run.snapshots[1];
    if (last)
      last.rows = last.rows.map((row) => (row.messageId === 'ans-a-1' ? { ...row, text: 'new' } : row));
    expect(check(run)).toEqual(['I3 conv-a/4 was rewritten or removed by a crash']);
  });

  it('I3: a reader who saw what is not in the log', () => {
    const run = goodRun();
    const last = run.history.pop();
    if (last?.f === 'read') {
      const seen = last.seen.map((each) => (each.seq === 4 ? { ...each, messageId: 'msg-lost' } : each));
      run.history.push({ ...last, seen });
    }
    expect(check(run)).toEqual(['I3 b read msg-lost at 4 where ans-b-1 was due']);
  });

  it('I4: lines that have overtaken each other', () => {
    const run = goodRun();
    const [first, second] = ['a-1', 'a-2'].map((cid) =>
      run.history.findIndex((line) => line.f === 'send' && line.type === 'invoke' && line.cid === cid),
    );
    const [one, two] = [run.history[first ?? 0], run.history[second ?? 0]];
    if (one && two) [run.history[first ?? 0], run.history[second ?? 0]] = [two, one];
    expect(check(run)).toContain("I4 a's line a-1 stands before a-2, typed earlier");
  });

  it('I5: a reader who skipped a message', () => {
    const run = goodRun();
    const last = run.history.pop();
    if (last?.f === 'read') run.history.push({ ...last, seen: last.seen.filter((each) => each.seq !== 4) });
    expect(check(run)).toContain('I5 b read msg-b-2 at 6 where ans-b-1 was due');
  });

  it('I5: a reader who lost its place, and one who saw the same again', () => {
    const run = goodRun();
    const rows = run.snapshots[1]?.rows ?? [];
    run.history.push(read('a', rows, 4, 0), read('b', rows, 4, 4));
    const found = check(run);
    expect(found).toContain('I5 a lost its place: 4 messages were read, 0 are left');
    expect(found).toContain('I5 b read msg-b-1 at 2 where nothing was due');
  });

  it('I5: a reader who was never shown the end', () => {
    const run = goodRun();
    const last = run.history.pop();
    if (last?.f === 'read') run.history.push({ ...last, seen: last.seen.slice(0, 2) });
    expect(check(run)).toEqual(['I5 b never read the last 2 messages of conv-b']);
  });

  it('I6: a line that nobody has typed', () => {
    const run = changed((row) => (row.cid === 'a-2' ? { ...row, cid: 'x-9' } : row));
    expect(check(run)).toContain('I6 conv-a/6 holds a line that nobody sent: x-9');
  });

  it('I10: an acknowledgement that came before the commit, and was mended by a retry', () => {
    const run = goodRun();
    const afterCrash = run.snapshots[0];
    if (afterCrash) afterCrash.rows = afterCrash.rows.filter((row) => row.conv !== 'conv-b');
    expect(check(run)).toEqual([
      "I10 b's line b-1 was acknowledged before its commit: not in the log after the crash",
    ]);
  });

  it('I20: a line that is never acknowledged, one that is refused, and one that takes too long', () => {
    const run = goodRun();
    const without = (cid: string) => (line: HistoryLine) =>
      !(line.f === 'send' && line.type === 'ok' && line.cid === cid);
    run.history = run.history.filter(without('a-2')).filter(without('b-2'));
    run.history.push({ t: 9_900, type: 'fail', f: 'send', proc: 'b', cid: 'b-2', code: 'unexpected' });
    expect(check(run)).toEqual([
      "I20 a's line a-2 was never acknowledged",
      "I20 b's line b-2 was refused: unexpected",
    ]);
    const slow = goodRun();
    slow.history = slow.history.map((line) =>
      line.f === 'send' && line.type === 'ok' && line.cid === 'b-2' ? { ...line, t: 45_000 } : line,
    );
    expect(check(slow)).toEqual([
      "I20 b's line b-2 was acknowledged 37000 ms after the server was ready again",
    ]);
  });

  it('I20: a line that no turn answers, and one that waits too long for it', () => {
    const unspoken = changed((row) => (row.messageId === 'ans-a-2' ? { ...row, actor: 'system' } : row));
    expect(check(unspoken)).toEqual(['I20 conv-a/6 was left without an answering turn']);
    const late = changed((row) => (row.messageId === 'ans-a-2' ? { ...row, at: 24_100 } : row));
    expect(check(late)).toEqual(['I20 conv-a/6 waited 15100 ms for its answer']);
  });

  it('refuses to judge a run at whose database nobody has looked', () => {
    expect(() => checkHistory(goodRun().history, [])).toThrow();
  });
});

function check({ history, snapshots }: Run): readonly string[] {
  const looks: readonly LogSnapshot[] = snapshots;
  return checkHistory(history, looks).map(({ row, what }) => `${row} ${what}`);
}

/** The good run with other rows in the database, each time it was looked at; readers saw the good ones. */
function changed(change: (row: LogRow) => LogRow): Run {
  const run = goodRun();
  return { ...run, snapshots: run.snapshots.map(({ t, rows }) => ({ t, rows: rows.map(change) })) };
}

/** Started, then twice: a line, the decision, the answer; seq 1 to 8, the second half after the crash. */
function conversation(proc: string, from: number): readonly LogRow[] {
  const row = (seq: number, at: number, rest: Partial<LogRow>): LogRow => ({
    conv: `conv-${proc}`,
    seq,
    type: 'decision.recorded',
    actor: 'system',
    cid: null,
    at,
    messageId: null,
    text: null,
    turnId: null,
    answers: [],
    speaks: false,
    ...rest,
  });
  const round = (n: number, seq: number, at: number) => {
    const turnId = `trn-${proc}-${n}`;
    const typed = { cid: `${proc}-${n}`, messageId: `msg-${proc}-${n}`, text: words(proc, n) };
    const spoken = { actor: 'assistant', messageId: `ans-${proc}-${n}`, turnId, text: 'well' };
    return [
      row(seq, at, { type: 'message.sent', actor: 'visitor', ...typed }),
      row(seq + 1, at + 400, { turnId, answers: [`msg-${proc}-${n}`], speaks: true }),
      row(seq + 2, at + 420, { type: 'message.sent', ...spoken }),
    ];
  };
  return [
    row(1, from, { type: 'conversation.started' }),
    ...round(1, 2, from),
    row(5, from + 500, { type: 'slot.filled' }),
    ...round(2, 6, from + 8_000),
  ];
}

function said(proc: string, n: number, t: number): readonly HistoryLine[] {
  const cid = `${proc}-${n}`;
  const seq = n === 1 ? 2 : 6;
  return [
    { t, type: 'invoke', f: 'send', proc, cid, text: words(proc, n) },
    { t: t + 20, type: 'ok', f: 'send', proc, cid, conv: `conv-${proc}`, messageId: `msg-${cid}`, seq },
  ];
}

function read(proc: string, rows: readonly LogRow[], had: number, kept: number): HistoryLine {
  const seen = rows
    .filter((row) => row.conv === `conv-${proc}`)
    .flatMap(({ seq, messageId, cid }) => (messageId === null ? [] : [{ seq, messageId, cid }]));
  return { t: 19_000, type: 'ok', f: 'read', proc, conv: `conv-${proc}`, had, kept, seen };
}

function server(t: number, state: 'killed' | 'starting' | 'ready'): HistoryLine {
  return { t, type: 'info', f: 'server', proc: 'server', state };
}

function words(proc: string, n: number): string {
  return `${proc} says ${n}`;
}
