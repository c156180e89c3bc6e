import { createHash } from 'node:crypto';
import type { HistoryLine, LogRow } from '../history/line.ts';
import { judgeVisitor } from './judge-visitor.ts';
import { Sometimes } from './sometimes.ts';
import type { Violation } from './violation.ts';

/** How long a node may take to leave once it is asked to. */
const STOP_MS = 12_000;
/** Acknowledgements that are looked for after a crash. */
const LATEST = 300;

/**
 * Judges a run line by line and forgets a visitor as soon as nothing more can happen to them: it holds the
 * visitors that are there now and one digest for each conversation that is over, however long the run.
 * It shares no code with the product: it knows only what was promised.
 */
export class Checker {
  readonly sometimes = new Sometimes();
  acknowledged = 0;
  /** The latest acknowledgements, as `conv/seq/messageId`. */
  readonly latest: string[] = [];
  private readonly lines = new Map<string, HistoryLine[]>();
  private readonly logs = new Map<string, Map<string, readonly LogRow[]>>();
  private readonly digests = new Map<string, { readonly rows: number; readonly digest: string }>();
  private readonly stopping = new Map<string, number>();
  private readonly settled = new Set<string>();
  private readonly retired = new Set<string>();
  private finals = 0;

  /** Takes the next line; whatever it proves broken comes back. */
  *take(line: HistoryLine): Generator<Violation> {
    this.sometimes.take(line);
    switch (line.f) {
      case 'send':
        if (line.type === 'ok' && !this.settled.has(`${line.of} ${line.cid}`)) this.acknowledged += 1;
        if (line.type === 'ok') this.latest.push(`${line.conv}/${line.seq}/${line.messageId}`);
        if (this.latest.length > LATEST) this.latest.shift();
        if (line.type === 'ok') this.settled.add(`${line.of} ${line.cid}`);
        this.keep(line.of, line);
        return;
      case 'reload':
      case 'anew':
      case 'read':
      case 'batch':
      case 'view':
      case 'stream':
      case 'cursor':
      case 'rest':
        this.keep(line.of, line);
        return;
      case 'log': {
        const logs = this.logs.get(line.of) ?? new Map<string, readonly LogRow[]>();
        this.logs.set(line.of, logs.set(line.conv, line.rows));
        return;
      }
      case 'retire':
        yield* this.retire(line.of);
        return;
      case 'look':
        for (const place of line.asked)
          if (!line.found.includes(place))
            yield { row: 'I10', what: `${place} was acknowledged and is not in the database after a crash` };
        return;
      case 'final':
        yield* this.judgeFinal(line);
        return;
      case 'probe':
        if (line.got !== line.expected)
          yield { row: 'I11', what: `${line.what}: ${line.got} instead of ${line.expected}` };
        return;
      case 'stuck':
        yield {
          row: line.about === 'handoff' ? 'I12' : 'I20',
          what: `${line.what} after ${Math.round(line.afterMs / 1_000)} s`,
        };
        return;
      case 'node':
        yield* this.judgeNode(line);
        return;
      default:
        return;
    }
  }

  /** After the last line. A run whose logs nobody has looked at proves nothing. */
  *finish(): Generator<Violation> {
    for (const of of this.lines.keys()) yield { row: 'I20', what: `${of} was never judged` };
    if (this.finals === 0 && this.digests.size > 0)
      throw new Error('a run without a look at the database proves nothing');
    for (const conv of this.digests.keys())
      yield { row: 'I1', what: `${conv} is not in the database any more` };
  }

  private keep(of: string, line: HistoryLine): void {
    // What is still on its way to a client when its visitor has been judged changes nothing any more.
    if (this.retired.has(of)) return;
    const lines = this.lines.get(of);
    if (lines) lines.push(line);
    else this.lines.set(of, [line]);
  }

  private *retire(of: string): Generator<Violation> {
    const logs = this.logs.get(of) ?? new Map<string, readonly LogRow[]>();
    const lines = this.lines.get(of) ?? [];
    yield* judgeVisitor({ of, logs, lines });
    for (const [conv, rows] of logs) {
      this.sometimes.see(rows);
      this.digests.set(conv, { rows: rows.length, digest: digestOf(rows) });
    }
    for (const line of lines) if (line.f === 'send') this.settled.delete(`${of} ${line.cid}`);
    this.sometimes.forget(of);
    this.retired.add(of);
    this.lines.delete(of);
    this.logs.delete(of);
  }

  /** I1, I3: what was judged long ago still stands as it stood. */
  private *judgeFinal({ conv, rows, digest }: Extract<HistoryLine, { f: 'final' }>): Generator<Violation> {
    this.finals += 1;
    const known = this.digests.get(conv);
    this.digests.delete(conv);
    if (!known) yield { row: 'I6', what: `${conv} with ${rows} events belongs to nobody who was judged` };
    else if (known.digest !== digest)
      yield {
        row: 'I1',
        what: `${conv} had ${known.rows} events when it was judged and holds ${rows} others now`,
      };
  }

  private *judgeNode({
    node,
    state,
    t,
    code,
    point,
  }: Extract<HistoryLine, { f: 'node' }>): Generator<Violation> {
    if (state === 'crashed' && point?.startsWith('exit'))
      yield { row: 'I20', what: `${node} ended by itself: ${point}` };
    if (state === 'stopping') this.stopping.set(node, t);
    if (state !== 'stopped') return;
    const took = t - (this.stopping.get(node) ?? t);
    this.stopping.delete(node);
    if (took > STOP_MS) yield { row: 'I24', what: `${node} took ${took} ms to stop` };
    if (code !== 0) yield { row: 'I24', what: `${node} ended with ${code} when it was asked to stop` };
  }
}

/** The same as the harness asks the database for: places and ids, in order. */
export function digestOf(rows: readonly Pick<LogRow, 'seq' | 'id'>[]): string {
  return createHash('md5')
    .update(rows.map(({ seq, id }) => `${seq}:${id}`).join(','))
    .digest('hex');
}
