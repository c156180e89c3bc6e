import type { HistoryLine, LogRow, LogSnapshot } from './history.js';

/** How long kept lines may take once the server is ready again: the longest back-off, 30 s, and the sending (I20: drained). */
const DRAIN_MS = 35_000;
/** How long after its arrival, or after the restart that follows it, a visitor's line may wait for its answer. */
const ANSWER_MS = 15_000;

/** A broken promise: the row of the reliability list, and a sentence that names what broke. */
export interface Violation {
  readonly row: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I10' | 'I20';
  readonly what: string;
}

type Send<T extends 'invoke' | 'ok' | 'fail'> = Extract<HistoryLine, { f: 'send'; type: T }>;

/**
 * Judges a run from its history and what the database held, last after everything had come to rest. It shares no
 * code with the product: it knows only what was promised.
 */
export function checkHistory(
  history: readonly HistoryLine[],
  snapshots: readonly LogSnapshot[],
): readonly Violation[] {
  const final = snapshots.at(-1);
  if (!final) throw new Error('a run without a look at the database proves nothing');
  return [
    ...checkAcknowledged(history, snapshots),
    ...checkOnce(history, final.rows),
    ...checkOrderOfLog(snapshots),
    ...checkOrderOfSenders(history, final.rows),
    ...checkReaders(history, final.rows),
    ...checkAnswers(history, final.rows),
    ...checkDrained(history),
  ];
}

/** I1 and I10: what was acknowledged stands where it was said to stand, from then on. */
function* checkAcknowledged(
  history: readonly HistoryLine[],
  snapshots: readonly LogSnapshot[],
): Generator<Violation> {
  const words = new Map(sends(history, 'invoke').map((line) => [line.cid, line.text]));
  for (const ok of sends(history, 'ok')) {
    const name = `${ok.proc}'s line ${ok.cid}`;
    for (const [index, { t, rows }] of snapshots.entries()) {
      const isFinal = index === snapshots.length - 1;
      if (t <= ok.t && !isFinal) continue;
      const row = rows.find((each) => each.cid === ok.cid);
      if (!row && isFinal) yield { row: 'I1', what: `${name} was acknowledged and is not in the log` };
      if (!row && !isFinal) {
        yield {
          row: 'I10',
          what: `${name} was acknowledged before its commit: not in the log after the crash`,
        };
      }
      if (!row) continue;
      const place = `${row.conv}/${row.seq}`;
      if (place !== `${ok.conv}/${ok.seq}` || row.messageId !== ok.messageId) {
        yield { row: 'I1', what: `${name} was acknowledged at ${ok.conv}/${ok.seq} and stands at ${place}` };
      }
      if (row.text !== words.get(ok.cid)) yield { row: 'I1', what: `${name} has other words in the log` };
    }
  }
}

/** I2: nothing twice, whether a line, a message or what the assistant said in a turn. I6: nothing from nowhere. */
function* checkOnce(history: readonly HistoryLine[], rows: readonly LogRow[]): Generator<Violation> {
  const messages = rows.filter((row) => row.messageId !== null);
  const typed = messages.filter((row) => row.actor === 'visitor');
  const spoken = messages.filter((row) => row.actor === 'assistant');
  for (const [cid, places] of doubled(typed, (row) => row.cid)) {
    yield {
      row: 'I2',
      what: `the line ${cid} stands in the log ${places.length} times: ${places.join(', ')}`,
    };
  }
  for (const [id, places] of doubled(messages, (row) => row.messageId)) {
    yield {
      row: 'I2',
      what: `the message ${id} stands in the log ${places.length} times: ${places.join(', ')}`,
    };
  }
  for (const [turnId, places] of doubled(spoken, (row) => row.turnId)) {
    yield {
      row: 'I2',
      what: `the assistant spoke ${places.length} times in the turn ${turnId}: ${places.join(', ')}`,
    };
  }
  // A turn may be decided twice, when a model's findings revise it; it is still one answer.
  const decided = new Map(rows.filter((row) => row.answers.length > 0).map((row) => [row.turnId, row]));
  const answers = spoken
    .flatMap((row) => decided.get(row.turnId) ?? [])
    .flatMap((row) => row.answers.map((messageId) => ({ ...row, messageId })));
  for (const [messageId, places] of doubled(answers, (row) => row.messageId)) {
    yield {
      row: 'I2',
      what: `the visitor's message ${messageId} was answered in ${places.length} turns: ${places.join(', ')}`,
    };
  }
  const invoked = new Set(sends(history, 'invoke').map((line) => line.cid));
  for (const row of typed) {
    if (row.cid !== null && invoked.has(row.cid)) continue;
    yield { row: 'I6', what: `${row.conv}/${row.seq} holds a line that nobody sent: ${row.cid}` };
  }
  const homes = new Map<string, string>();
  for (const ok of sends(history, 'ok')) {
    const home = homes.get(ok.proc) ?? ok.conv;
    homes.set(ok.proc, home);
    if (home !== ok.conv)
      yield { row: 'I2', what: `${ok.proc} got a second conversation: ${home}, then ${ok.conv}` };
  }
}

/** I3: 1, 2, 3 … without a gap, and what stood at a place still stands there later. */
function* checkOrderOfLog(snapshots: readonly LogSnapshot[]): Generator<Violation> {
  let before = new Map<string, readonly LogRow[]>();
  for (const { rows } of snapshots) {
    const logs = grouped(rows, (row) => row.conv);
    for (const [conv, log] of logs) {
      const gap = log.findIndex((row, index) => row.seq !== index + 1);
      if (gap >= 0) yield { row: 'I3', what: `${conv} has ${log[gap]?.seq} where ${gap + 1} was due` };
    }
    for (const [conv, earlier] of before) {
      const now = logs.get(conv) ?? [];
      const changed = earlier.findIndex((row, index) => identity(row) !== identity(now[index]));
      if (changed >= 0)
        yield { row: 'I3', what: `${conv}/${changed + 1} was rewritten or removed by a crash` };
    }
    before = logs;
  }
}

/** I4: each visitor's lines stand in the order in which they were typed. */
function* checkOrderOfSenders(
  history: readonly HistoryLine[],
  rows: readonly LogRow[],
): Generator<Violation> {
  const places = new Map(rows.map((row) => [row.cid, row.seq]));
  for (const [proc, lines] of grouped(sends(history, 'invoke'), (line) => line.proc)) {
    let last = { cid: '', seq: 0 };
    for (const { cid } of lines) {
      const seq = places.get(cid);
      if (seq === undefined) continue;
      if (seq <= last.seq)
        yield { row: 'I4', what: `${proc}'s line ${cid} stands before ${last.cid}, typed earlier` };
      last = { cid, seq };
    }
  }
}

/** I5: a reader never loses its place, skips or sees twice. I3: all readers see the log's order. */
function* checkReaders(history: readonly HistoryLine[], rows: readonly LogRow[]): Generator<Violation> {
  const logs = grouped(
    rows.filter((row) => row.messageId !== null),
    (row) => row.conv,
  );
  const readings = history.filter((line) => line.f === 'read');
  for (const [proc, reading] of grouped(readings, (line) => line.proc)) {
    let place = 0;
    const conv = reading.at(-1)?.conv ?? '';
    const messages = logs.get(conv) ?? [];
    for (const { had, kept, seen } of reading) {
      if (kept < had)
        yield { row: 'I5', what: `${proc} lost its place: ${had} messages were read, ${kept} are left` };
      place = kept;
      for (const each of seen) {
        const due = messages[place];
        place += 1;
        if (due && due.seq === each.seq && due.messageId === each.messageId && due.cid === each.cid) continue;
        const row = messages.some(({ messageId }) => messageId === each.messageId) ? 'I5' : 'I3';
        yield {
          row,
          what: `${proc} read ${each.messageId} at ${each.seq} where ${due?.messageId ?? 'nothing'} was due`,
        };
      }
    }
    if (place < messages.length) {
      yield { row: 'I5', what: `${proc} never read the last ${messages.length - place} messages of ${conv}` };
    }
  }
  for (const [proc] of grouped(sends(history, 'ok'), (line) => line.proc)) {
    if (!readings.some((line) => line.proc === proc))
      yield { row: 'I5', what: `${proc} read nothing at all` };
  }
}

/** I20: every line of a visitor is dealt with by a turn that spoke or had nothing to say, soon enough. */
function* checkAnswers(history: readonly HistoryLine[], rows: readonly LogRow[]): Generator<Violation> {
  for (const { message, answeredAt } of findAnswers(rows)) {
    const name = `${message.conv}/${message.seq}`;
    if (answeredAt === null) {
      yield { row: 'I20', what: `${name} was left without an answering turn` };
      continue;
    }
    const waited = waitedMs(history, message, answeredAt);
    if (waited > ANSWER_MS) yield { row: 'I20', what: `${name} waited ${waited} ms for its answer` };
  }
}

/** How long a line waited for its answer; the time in which the server was dead or starting does not count. */
export function waitedMs(history: readonly HistoryLine[], message: LogRow, answeredAt: number): number {
  const states = history.filter((line) => line.f === 'server');
  const start = states.findLastIndex(({ t, state }) => state === 'starting' && t <= answeredAt);
  const ready = states[start + 1]?.t ?? 0;
  return answeredAt - Math.max(message.at, start < 0 ? 0 : Math.min(ready, answeredAt));
}

/** Every visitor's message with the time of its answer; a decision to stay silent counts from its recording. */
export function findAnswers(
  rows: readonly LogRow[],
): readonly { readonly message: LogRow; readonly answeredAt: number | null }[] {
  const spokenAt = new Map(
    rows.filter((row) => row.actor === 'assistant').map((row) => [row.turnId, row.at]),
  );
  const answeredAt = new Map<string, number>();
  for (const { answers, turnId, speaks, at } of rows) {
    const when = speaks ? spokenAt.get(turnId) : at;
    if (when !== undefined) for (const id of answers) answeredAt.set(id, when);
  }
  return rows
    .filter((row) => row.messageId !== null && row.actor === 'visitor')
    .map((message) => ({ message, answeredAt: answeredAt.get(message.messageId ?? '') ?? null }));
}

/** I20: every line that was typed is acknowledged in the end, and soon after the last crash was over. */
function* checkDrained(history: readonly HistoryLine[]): Generator<Violation> {
  const lastReady = history.findLast((line) => line.f === 'server' && line.state === 'ready')?.t ?? 0;
  const settled = new Map(sends(history, 'ok').map((line) => [line.cid, line.t]));
  const refused = new Map(sends(history, 'fail').map((line) => [line.cid, line.code]));
  for (const { proc, cid, t } of sends(history, 'invoke')) {
    const at = settled.get(cid);
    const code = refused.get(cid);
    if (code !== undefined) yield { row: 'I20', what: `${proc}'s line ${cid} was refused: ${code}` };
    else if (at === undefined) yield { row: 'I20', what: `${proc}'s line ${cid} was never acknowledged` };
    else if (at - Math.max(t, lastReady) > DRAIN_MS) {
      yield {
        row: 'I20',
        what: `${proc}'s line ${cid} was acknowledged ${at - lastReady} ms after the server was ready again`,
      };
    }
  }
}

function sends<T extends 'invoke' | 'ok' | 'fail'>(
  history: readonly HistoryLine[],
  type: T,
): readonly Send<T>[] {
  return history.filter((line): line is Send<T> => line.f === 'send' && line.type === type);
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** Keys that more than one row has, with the places of those rows. */
function doubled(
  rows: readonly LogRow[],
  keyOf: (row: LogRow) => string | null,
): readonly (readonly [string, readonly string[]])[] {
  const keyed = rows.filter((row) => keyOf(row) !== null);
  return [...grouped(keyed, (row) => keyOf(row) ?? '')]
    .filter(([, same]) => same.length > 1)
    .map(([key, same]) => [key, same.map(({ conv, seq }) => `${conv}/${seq}`)]);
}

function identity(row: LogRow | undefined): string {
  return row ? JSON.stringify(row) : 'nothing';
}
