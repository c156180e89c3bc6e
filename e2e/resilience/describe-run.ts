import { findAnswers, waitedMs } from './check-history.js';
import type { HistoryLine, LogRow } from './history.js';

export interface RunFigures {
  readonly acknowledged: number;
  /** Lines that left more than once because nobody knew what had become of them. */
  readonly sentAgain: number;
  /** Lines that had been committed although their acknowledgement died with the server. */
  readonly committedUnheard: number;
  /** Lines on their way at each kill. */
  readonly underway: readonly number[];
  /** From each kill until the server was ready again. */
  readonly outagesMs: readonly number[];
  /** From each start's readiness until each client was online, sorted. */
  readonly reconnectsMs: readonly (readonly number[])[];
  readonly answers: number;
  /** The longest a line waited for its answer, without the time in which the server was dead. */
  readonly longestAnswerMs: number;
}

/** What a run was like; a run in which no crash hit anything proves little. */
export function measureRun(history: readonly HistoryLine[], rows: readonly LogRow[]): RunFigures {
  const at = (state: string) =>
    history.filter((line) => line.f === 'server' && line.state === state).map(({ t }) => t);
  const [kills, starts, readies] = [at('killed'), at('starting'), at('ready')];
  const acknowledged = new Map(
    history.filter((line) => line.f === 'send' && line.type === 'ok').map((line) => [line.cid, line.t]),
  );
  const transmits = history.filter((line) => line.f === 'transmit');
  const underwayAt = (kill: number) =>
    new Set(
      transmits
        .filter(({ cid, t }) => t <= kill && (acknowledged.get(cid) ?? Number.POSITIVE_INFINITY) > kill)
        .map(({ cid }) => cid),
    );
  const committedUnheard = kills.flatMap((kill, index) =>
    [...underwayAt(kill)].filter((cid) => {
      const row = rows.find((each) => each.cid === cid);
      return row && row.at < (starts[index] ?? 0);
    }),
  );
  const waits = findAnswers(rows).map(({ message, answeredAt }) =>
    answeredAt === null ? 0 : waitedMs(history, message, answeredAt),
  );
  return {
    acknowledged: acknowledged.size,
    sentAgain: new Set(
      transmits
        .filter((line, index) => transmits.findIndex(({ cid }) => cid === line.cid) < index)
        .map(({ cid }) => cid),
    ).size,
    committedUnheard: new Set(committedUnheard).size,
    underway: kills.map((kill) => underwayAt(kill).size),
    outagesMs: kills.map((kill, index) => (readies[index] ?? Number.NaN) - kill),
    reconnectsMs: readies.map((ready, index) => reconnects(history, ready, kills[index + 1])),
    answers: rows.filter((row) => row.actor === 'assistant' && row.messageId !== null).length,
    longestAnswerMs: Math.max(...waits),
  };
}

export function describeRun(figures: RunFigures): string {
  const seconds = (ms: number | undefined) => (ms === undefined ? '–' : `${(ms / 1_000).toFixed(1)} s`);
  const crashes = figures.outagesMs.map((outage, index) => {
    const times = figures.reconnectsMs[index] ?? [];
    const median = times[Math.floor(times.length / 2)];
    return (
      `  crash ${index + 1}: ${figures.underway[index]} lines on their way, ready after ${seconds(outage)}; ` +
      `${times.length} clients back, median ${seconds(median)}, last ${seconds(times.at(-1))}`
    );
  });
  return [
    `${figures.acknowledged} lines acknowledged, ${figures.sentAgain} sent again, ${figures.committedUnheard} of them ` +
      `committed before; ${figures.answers} answers, the longest wait ${seconds(figures.longestAnswerMs)}`,
    ...crashes,
  ].join('\n');
}

/** Milliseconds from `from` until each client's first `online`, before `until`. */
function reconnects(
  history: readonly HistoryLine[],
  from: number,
  until: number = Number.POSITIVE_INFINITY,
): readonly number[] {
  const first = new Map<string, number>();
  for (const line of history) {
    if (line.f !== 'connection' || line.state !== 'online' || line.t > until || first.has(line.proc))
      continue;
    // The port is open a moment before the start has been announced.
    if (line.t > from - 2_000) first.set(line.proc, Math.max(0, line.t - from));
  }
  return [...first.values()].sort((a, b) => a - b);
}
