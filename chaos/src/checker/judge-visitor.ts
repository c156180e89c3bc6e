import type { HistoryLine, LogRow, ReadingEntry, SendEntry } from '../history/line.ts';
import { judgeLog } from './judge-log.ts';
import type { Violation } from './violation.ts';

type Send<T extends 'invoke' | 'ok' | 'fail'> = Extract<SendEntry, { f: 'send'; type: T }>;
type Reading<F extends ReadingEntry['f']> = Extract<ReadingEntry, { f: F }>;

/** Everything that was written down about one visitor, their tabs, and the agents in their conversations. */
export interface VisitorCase {
  readonly of: string;
  readonly logs: ReadonlyMap<string, readonly LogRow[]>;
  readonly lines: readonly HistoryLine[];
}

/** Lines that may wait in a client at most; before that none is refused for want of room. */
const ROOM = 50;

/** Judges one visitor once nothing more will happen to them. */
export function* judgeVisitor({ of, logs, lines }: VisitorCase): Generator<Violation> {
  for (const [conv, rows] of logs) {
    const rest = lines.findLast((line) => line.f === 'rest' && line.conv === conv);
    yield* judgeLog(conv, rows, rest?.f === 'rest' ? rest.head : 0);
  }
  yield* judgeConversations(of, logs);
  yield* judgeSends(lines, logs);
  yield* judgeOrder(lines, logs);
  yield* judgeBatches(lines, logs);
  yield* judgeReaders(lines, logs);
  yield* judgeViews(lines, logs);
}

/** I2: one conversation at a time, whatever several tabs do. */
function* judgeConversations(of: string, logs: VisitorCase['logs']): Generator<Violation> {
  const open = [...logs].filter(([, rows]) => !rows.some((row) => row.type === 'conversation.closed'));
  if (open.length > 1)
    yield {
      row: 'I2',
      what: `${of} has ${open.length} open conversations: ${open.map(([conv]) => conv).join(', ')}`,
    };
}

function* judgeSends(lines: readonly HistoryLine[], logs: VisitorCase['logs']): Generator<Violation> {
  const words = new Map<string, string>();
  const senders = new Map<string, string>();
  for (const line of sends(lines, 'invoke')) {
    senders.set(line.cid, line.who);
    if (!words.has(line.cid)) words.set(line.cid, line.text);
  }
  const first = new Map<string, string>();
  for (const ok of sends(lines, 'ok')) {
    const name = `${ok.proc}'s line ${ok.cid}`;
    const place = `${ok.conv}/${ok.seq}`;
    const before = first.get(ok.cid);
    if (before && before !== `${place} ${ok.messageId}`)
      yield { row: 'I9', what: `${name} was acknowledged at ${before} and, sent again, at ${place}` };
    first.set(ok.cid, before ?? `${place} ${ok.messageId}`);
    const rows = logs.get(ok.conv);
    if (!rows) {
      yield { row: 'I11', what: `${name} was acknowledged in ${ok.conv}, which is not this visitor's` };
      continue;
    }
    const row = rows[ok.seq - 1];
    if (row?.messageId !== ok.messageId || row.cid !== ok.cid) {
      const other = rows.find((each) => each.cid === ok.cid);
      yield {
        row: 'I1',
        what: `${name} was acknowledged at ${place} and ${other ? `stands at ${ok.conv}/${other.seq}` : 'is not in the log'}`,
      };
    } else if (row.text !== words.get(ok.cid)) {
      const again = sends(lines, 'invoke').some((line) => line.cid === ok.cid && line.again);
      yield { row: again ? 'I9' : 'I1', what: `${name} has other words in the log` };
    }
  }
  const refused = new Map(sends(lines, 'fail').map((line) => [line.cid, line]));
  const settled = new Set(sends(lines, 'ok').map((line) => line.cid));
  const cids = new Set(
    [...logs.values()].flat().flatMap((row) => (row.messageId && row.cid ? [row.cid] : [])),
  );
  for (const { proc, cid, code, waiting } of refused.values()) {
    if (cids.has(cid) && !settled.has(cid) && code !== 'unavailable')
      yield { row: 'I6', what: `${proc}'s line ${cid} was refused (${code}) and stands in the log` };
    const isHonest = code === 'too_many_requests' ? waiting >= ROOM : senders.get(cid) === 'agent';
    if (!isHonest) yield { row: 'I20', what: `${proc}'s line ${cid} was refused: ${code}` };
  }
  for (const [conv, rows] of logs) {
    for (const row of rows) {
      const isMessage = row.messageId !== null && (row.actor === 'visitor' || row.actor === 'agent');
      if (isMessage && (row.cid === null || !words.has(row.cid)))
        yield { row: 'I6', what: `${conv}/${row.seq} holds a line that nobody sent: ${row.cid}` };
    }
  }
  const reloads = new Map(lines.flatMap((line) => (line.f === 'reload' ? [[line.proc, line.t]] : [])));
  for (const { proc, cid, t } of sends(lines, 'invoke')) {
    if (settled.has(cid) || refused.has(cid) || cids.has(cid)) continue;
    const lost = (reloads.get(proc) ?? 0) > t;
    yield {
      row: lost ? 'I22' : 'I20',
      what: `${proc}'s line ${cid} was ${lost ? 'forgotten by the page that was opened again' : 'never acknowledged'}`,
    };
  }
}

/** I4: each client's lines stand in the order in which they were typed. */
function* judgeOrder(lines: readonly HistoryLine[], logs: VisitorCase['logs']): Generator<Violation> {
  const places = new Map<string, { readonly conv: string; readonly seq: number }>();
  for (const [conv, rows] of logs)
    for (const row of rows) if (row.cid && row.messageId) places.set(row.cid, { conv, seq: row.seq });
  const last = new Map<string, { readonly cid: string; readonly seq: number }>();
  for (const { proc, cid, again } of sends(lines, 'invoke')) {
    const place = places.get(cid);
    if (!place || again) continue;
    const key = `${proc} ${place.conv}`;
    const before = last.get(key);
    if (before && place.seq <= before.seq)
      yield { row: 'I4', what: `${proc}'s line ${cid} stands before ${before.cid}, typed earlier` };
    last.set(key, { cid, seq: place.seq });
  }
}

/** I5, I6, I11, I21: what came over the wire is what stands in the log between the two places that it names. */
function* judgeBatches(lines: readonly HistoryLine[], logs: VisitorCase['logs']): Generator<Violation> {
  const all = new Set([...logs.values()].flat().map((row) => row.id));
  for (const line of lines) {
    if (line.f === 'stream' && logs.has(line.conv)) {
      const stands = logs.get(line.conv)?.some((row) => row.messageId === line.messageId);
      if (!stands)
        yield { row: 'I7', what: `${line.proc} heard ${line.messageId} being spoken, and it is in no log` };
    }
    if (line.f !== 'batch') continue;
    const name = `${line.proc} got (${line.from}, ${line.to}] of ${line.conv}`;
    const rows = logs.get(line.conv);
    if (!rows) {
      yield { row: 'I11', what: `${name}, which is not this visitor's` };
      continue;
    }
    if (line.after !== null && line.from !== line.after)
      yield { row: 'I5', what: `${name} although it had asked for what follows ${line.after}` };
    const due = rows.filter(
      (row) =>
        row.seq > line.from && row.seq <= line.to && (line.who === 'agent' || row.audience === 'public'),
    );
    const got = line.events.map(([seq, id]) => `${seq} ${id}`);
    const wanted = due.map((row) => `${row.seq} ${row.id}`);
    if (line.to > rows.length) yield { row: 'I6', what: `${name}, and the log ends at ${rows.length}` };
    if (got.join() === wanted.join()) continue;
    const phantom = line.events.find(([, id]) => !all.has(id));
    const hidden = line.events.find(([, id]) =>
      rows.some((row) => row.id === id && row.audience !== 'public'),
    );
    const missing = due.find((row) => !got.includes(`${row.seq} ${row.id}`));
    if (phantom) yield { row: 'I6', what: `${name} with ${phantom[1]}, which is in no log` };
    else if (hidden && line.who === 'visitor')
      yield { row: 'I11', what: `${name} with ${hidden[1]}, which is not for visitors` };
    else if (missing) yield { row: 'I5', what: `${name} without ${missing.seq} (${missing.type})` };
    else {
      const byClock = [...due].sort((a, b) => a.at - b.at).map((row) => `${row.seq} ${row.id}`);
      const isClock = byClock.join() === got.join();
      yield {
        row: isClock ? 'I21' : 'I5',
        what: `${name} in the order ${line.events.map(([seq]) => seq).join(', ')}`,
      };
    }
  }
}

/** I5: a reader never loses its place, skips or sees twice. I3: all readers see the log's order. I23: no way back. */
function* judgeReaders(lines: readonly HistoryLine[], logs: VisitorCase['logs']): Generator<Violation> {
  const places = new Map<string, number>();
  const read = new Map<string, number>();
  for (const line of lines) {
    if (line.f === 'reload' || line.f === 'anew') {
      for (const key of [...read.keys()]) if (key.startsWith(`${line.proc} `)) read.delete(key);
      for (const key of [...places.keys()]) if (key.startsWith(`${line.proc} `)) places.delete(key);
    }
    if (line.f === 'cursor') {
      const key = `${line.proc} ${line.conv}`;
      const before = places.get(key) ?? 0;
      if (line.at < before)
        yield { row: 'I23', what: `${line.proc} went back from ${before} to ${line.at} in ${line.conv}` };
      places.set(key, line.at);
    }
    if (line.f !== 'read') continue;
    const key = `${line.proc} ${line.conv}`;
    const messages = (logs.get(line.conv) ?? []).filter((row) => row.messageId !== null);
    const had = read.get(key) ?? 0;
    if (line.kept < had)
      yield {
        row: 'I5',
        what: `${line.proc} lost its place: ${had} messages were read, ${line.kept} are left`,
      };
    let place = line.kept;
    for (const [seq, messageId] of line.seen) {
      const due = messages[place];
      place += 1;
      if (due && due.seq === seq && due.messageId === messageId) continue;
      const isKnown = messages.some((row) => row.messageId === messageId);
      yield {
        row: isKnown ? 'I5' : 'I3',
        what: `${line.proc} read ${messageId} at ${seq} where ${due?.messageId ?? 'nothing'} was due`,
      };
    }
    read.set(key, place);
  }
}

/** I8: whoever followed holds what a fresh reader is given. I5, I20: and has got to the end. */
function* judgeViews(lines: readonly HistoryLine[], logs: VisitorCase['logs']): Generator<Violation> {
  const views = lines.filter((line): line is HistoryLine & Reading<'view'> => line.f === 'view');
  for (const view of views) {
    const end = logs.get(view.conv)?.length ?? 0;
    if (view.cursor !== end)
      yield {
        row: 'I5',
        what: `${view.proc} stands at ${view.cursor} of ${view.conv}, which ends at ${end}`,
      };
    if (view.fresh) continue;
    const fresh = views.find((each) => each.fresh && each.conv === view.conv && each.who === view.who);
    if (fresh && fresh.cursor === view.cursor && fresh.digest !== view.digest)
      yield {
        row: 'I8',
        what: `${view.proc} holds another ${view.conv} than a fresh reader at ${view.cursor}`,
      };
  }
}

function sends<T extends 'invoke' | 'ok' | 'fail'>(
  lines: readonly HistoryLine[],
  type: T,
): readonly (HistoryLine & Send<T>)[] {
  return lines.filter((line): line is HistoryLine & Send<T> => line.f === 'send' && line.type === type);
}
