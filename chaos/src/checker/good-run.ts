import type { Entry, HistoryLine, LogRow } from '../history/line.ts';
import { Checker, digestOf } from './checker.ts';

/** A run that specs can break: its lines, and the log that the database holds in the end. */
export interface Run {
  lines: Entry[];
  rows: LogRow[];
}

export const CONV = 'cnv_a';

/**
 * One visitor without a fault: two lines and their answers, a call for a person, an agent who takes over in
 * mid-sentence, speaks and gives back, a third line with its answer, the end. A second reader, an agent's page.
 */
export function goodRun(): Run {
  const rows = goodLog();
  return {
    rows,
    lines: [
      { f: 'run', seed: 1, nodes: 1 },
      ...said('v1-1', 2),
      batch('v1', null, 0, 4, rows),
      ...said('v1-2', 5),
      { f: 'stream', proc: 'v1', of: 'v1', conv: CONV, messageId: 'msg_half' },
      ...acted('accept'),
      ...said('agent1-1', 12, 'agent1'),
      ...said('v1-3', 14),
      batch('v1', 4, 4, 17, rows),
      read('v1', rows),
      { f: 'cursor', proc: 'v1', of: 'v1', conv: CONV, at: 4 },
      { f: 'cursor', proc: 'v1', of: 'v1', conv: CONV, at: 17 },
      { f: 'look', asked: [`${CONV}/2/msg_v1-1`], found: [`${CONV}/2/msg_v1-1`] },
      { f: 'node', node: 'node1', state: 'stopping' },
      { f: 'node', node: 'node1', state: 'stopped', code: 0 },
      { f: 'probe', what: 'a page on http://evil.example', expected: 'refused', got: 'refused' },
      { f: 'rest', of: 'v1', conv: CONV, head: 16 },
      view('v1', 17, 'same', false),
      view('v1.fresh', 17, 'same', true),
    ],
  };
}

/** What the checker says of a run, as `row what`. */
export function judge({ lines, rows }: Run): readonly string[] {
  return judgeLogs(lines, new Map([[CONV, rows]]));
}

export function judgeLogs(
  lines: readonly Entry[],
  logs: ReadonlyMap<string, readonly LogRow[]>,
): readonly string[] {
  const checker = new Checker();
  const whole: Entry[] = [
    ...lines,
    ...[...logs].map(([conv, rows]): Entry => ({ f: 'log', of: 'v1', conv, rows })),
    { f: 'retire', of: 'v1', convs: [...logs.keys()] },
    ...[...logs].map(
      ([conv, rows]): Entry => ({ f: 'final', conv, rows: rows.length, digest: digestOf(rows) }),
    ),
  ];
  const found = whole.flatMap((entry, index) => [...checker.take(stamped(entry, index))]);
  return [...found, ...checker.finish()].map(({ row, what }) => `${row} ${what}`);
}

/** A second between lines. */
export function stamped(entry: Entry, index: number): HistoryLine {
  return { t: 1_000_000 + index * 1_000, ...entry };
}

export function goodLog(): LogRow[] {
  const owner = (seq: number, to: string, epoch: number) =>
    row(seq, { type: 'owner.changed', owner: to, ownerEpoch: epoch });
  return [
    row(1, { type: 'conversation.started' }),
    message(2, 'visitor', 'v1-1'),
    decision(3, 'trn_1', ['msg_v1-1']),
    message(4, 'assistant', null, { messageId: 'msg_one', turnId: 'trn_1' }),
    message(5, 'visitor', 'v1-2'),
    decision(6, 'trn_2', ['msg_v1-2']),
    row(7, { type: 'handoff.requested', handoffId: 'hnd_1' }),
    owner(8, 'queue', 1),
    message(9, 'assistant', null, { messageId: 'msg_half', turnId: 'trn_2', interrupted: true }),
    row(10, { type: 'handoff.accepted', handoffId: 'hnd_1', actor: 'agent', actorId: 'agt_1' }),
    owner(11, 'agt_1', 2),
    message(12, 'agent', 'agent1-1', { actorId: 'agt_1' }),
    owner(13, 'assistant', 3),
    message(14, 'visitor', 'v1-3'),
    decision(15, 'trn_3', ['msg_v1-3']),
    message(16, 'assistant', null, { messageId: 'msg_three', turnId: 'trn_3' }),
    row(17, { type: 'conversation.closed', actor: 'visitor' }),
  ];
}

export function row(seq: number, rest: Partial<LogRow>): LogRow {
  return {
    seq,
    id: `evt_${seq}`,
    type: 'slot.filled',
    actor: 'system',
    actorId: null,
    audience: rest.type === 'decision.recorded' ? 'internal' : 'public',
    epoch: 0,
    cid: null,
    at: 1_000 * seq,
    messageId: null,
    text: null,
    interrupted: false,
    turnId: null,
    answers: [],
    speaks: false,
    owner: null,
    ownerEpoch: null,
    handoffId: null,
    deadlineAt: null,
    ...rest,
  };
}

export function message(seq: number, actor: string, cid: string | null, rest: Partial<LogRow> = {}): LogRow {
  return row(seq, {
    type: 'message.sent',
    actor,
    cid,
    messageId: `msg_${cid}`,
    text: `says ${cid}`,
    ...rest,
  });
}

function decision(seq: number, turnId: string, answers: readonly string[]): LogRow {
  return row(seq, { type: 'decision.recorded', turnId, answers, speaks: true });
}

/** Typed, sent and acknowledged. */
export function said(cid: string, seq: number, proc = 'v1'): readonly Entry[] {
  const who = proc === 'v1' ? 'visitor' : 'agent';
  return [
    { f: 'send', type: 'invoke', proc, of: 'v1', who, cid, text: `says ${cid}` },
    { f: 'transmit', proc, of: 'v1', cid },
    { f: 'send', type: 'ok', proc, of: 'v1', cid, conv: CONV, messageId: `msg_${cid}`, seq },
  ];
}

function acted(act: 'accept'): readonly Entry[] {
  return [
    { f: 'act', type: 'invoke', proc: 'agent1', conv: CONV, act },
    { f: 'act', type: 'ok', proc: 'agent1', conv: CONV, act },
  ];
}

export function batch(
  proc: string,
  after: number | null,
  from: number,
  to: number,
  rows: readonly LogRow[],
): Entry {
  const events = rows
    .filter((each) => each.seq > from && each.seq <= to && each.audience === 'public')
    .map(({ seq, id }) => [seq, id] as const);
  return { f: 'batch', proc, of: 'v1', who: 'visitor', conv: CONV, after, from, to, events };
}

export function read(proc: string, rows: readonly LogRow[]): Entry {
  const seen = rows.flatMap(({ seq, messageId }) => (messageId === null ? [] : [[seq, messageId] as const]));
  return { f: 'read', proc, of: 'v1', conv: CONV, had: 0, kept: 0, seen };
}

export function view(proc: string, cursor: number, digest: string, fresh: boolean): Entry {
  return { f: 'view', proc, of: 'v1', who: 'visitor', conv: CONV, cursor, digest, fresh };
}
