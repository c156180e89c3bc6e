import type { LogRow } from '../history/line.ts';
import type { Violation } from './violation.ts';

/** What one conversation's log says about itself, without regard to what anybody was told. */
export function* judgeLog(conv: string, rows: readonly LogRow[], restedAt: number): Generator<Violation> {
  yield* judgePlaces(conv, rows);
  yield* judgeDoubles(conv, rows);
  yield* judgeVoices(conv, rows);
  yield* judgeAnswers(conv, rows.slice(0, restedAt));
  yield* judgeHandoffs(conv, rows.slice(0, restedAt));
}

function* judgePlaces(conv: string, rows: readonly LogRow[]): Generator<Violation> {
  const gap = rows.findIndex((row, index) => row.seq !== index + 1);
  if (gap >= 0) yield { row: 'I3', what: `${conv} has ${rows[gap]?.seq} where ${gap + 1} was due` };
}

function* judgeDoubles(conv: string, rows: readonly LogRow[]): Generator<Violation> {
  const messages = rows.filter((row) => row.messageId !== null);
  const by = (actor: string) => messages.filter((row) => row.actor === actor);
  for (const [key, places] of doubled(by('visitor'), (row) => row.cid)) {
    yield {
      row: 'I2',
      what: `the line ${key} stands in ${conv} ${places.length} times: ${places.join(', ')}`,
    };
  }
  for (const [key, places] of doubled(by('agent'), (row) => `${row.actorId} ${row.cid}`)) {
    yield {
      row: 'I2',
      what: `the line ${key} stands in ${conv} ${places.length} times: ${places.join(', ')}`,
    };
  }
  for (const [key, places] of doubled(messages, (row) => row.messageId)) {
    yield {
      row: 'I2',
      what: `the message ${key} stands in ${conv} ${places.length} times: ${places.join(', ')}`,
    };
  }
  // An interrupted beginning and the turn's message are one turn's words, but never two finished ones.
  const finished = by('assistant').filter((row) => !row.interrupted);
  for (const [key, places] of doubled(finished, (row) => row.turnId)) {
    yield {
      row: 'I2',
      what: `the assistant spoke ${places.length} times in ${key} of ${conv}: ${places.join(', ')}`,
    };
  }
  // A turn may be decided twice, when a model's findings revise it; it is still one answer.
  const decided = new Map(
    rows.filter((row) => row.answers.length > 0).map((row) => [row.turnId, row.answers]),
  );
  const spokenTurns = new Set(finished.flatMap((row) => (row.turnId === null ? [] : [row.turnId])));
  const answered = new Map<string, string>();
  for (const turnId of spokenTurns) {
    for (const messageId of decided.get(turnId) ?? []) {
      const other = answered.get(messageId);
      if (other)
        yield { row: 'I2', what: `${messageId} of ${conv} was answered in two turns: ${other}, ${turnId}` };
      answered.set(messageId, turnId);
    }
  }
}

/** I14, over the log alone: who owned it when, and who spoke. */
function* judgeVoices(conv: string, rows: readonly LogRow[]): Generator<Violation> {
  let owner = 'assistant';
  let epoch = 0;
  let closed = false;
  for (const row of rows) {
    const place = `${conv}/${row.seq}`;
    if (closed)
      yield { row: 'I14', what: `${place} (${row.type}) was written after the conversation was closed` };
    if (row.type === 'conversation.closed') closed = true;
    const isAgents = owner !== 'assistant' && owner !== 'queue';
    if (row.messageId !== null && row.actor === 'assistant' && isAgents)
      yield { row: 'I14', what: `the assistant speaks at ${place} although ${owner} owns the conversation` };
    if (row.messageId !== null && row.actor === 'agent' && row.actorId !== owner)
      yield { row: 'I14', what: `${row.actorId} speaks at ${place} although ${owner} owns the conversation` };
    if (row.owner === null) continue;
    if (row.ownerEpoch !== epoch + 1)
      yield { row: 'I14', what: `${place} begins epoch ${row.ownerEpoch} after ${epoch}` };
    const isNextAgents = row.owner !== 'assistant' && row.owner !== 'queue';
    if (isAgents && isNextAgents)
      yield { row: 'I14', what: `${row.owner} became owner at ${place} while ${owner} was` };
    owner = row.owner;
    epoch = row.ownerEpoch ?? epoch;
  }
}

/** I20: every visitor's line that was the assistant's to answer is dealt with by a turn, once all is at rest. */
function* judgeAnswers(conv: string, rows: readonly LogRow[]): Generator<Violation> {
  const last = rows.findLast((row) => row.owner !== null)?.owner ?? 'assistant';
  if (last !== 'assistant' && last !== 'queue') return;
  const spoken = new Set(rows.filter((row) => row.actor === 'assistant').map((row) => row.turnId));
  const dealtWith = new Set(
    rows.filter((row) => !row.speaks || spoken.has(row.turnId)).flatMap((row) => row.answers),
  );
  const lastHuman = rows.findLast((row) => row.actor === 'agent')?.seq ?? 0;
  for (const row of rows) {
    // What a person may have answered before giving the conversation back is nobody's debt.
    if (row.actor !== 'visitor' || row.messageId === null || row.seq < lastHuman) continue;
    if (!dealtWith.has(row.messageId))
      yield { row: 'I20', what: `${conv}/${row.seq} was left without an answering turn` };
  }
}

/** I12: every request has ended, at rest, in an owner or in a word to the visitor. I13: its work was done, once. */
function* judgeHandoffs(conv: string, rows: readonly LogRow[]): Generator<Violation> {
  const requests = rows.filter((row) => row.type === 'handoff.requested');
  for (const [key, places] of doubled(requests, (row) => row.handoffId)) {
    yield { row: 'I12', what: `the handoff ${key} of ${conv} was requested ${places.length} times` };
  }
  for (const request of requests) {
    const id = request.handoffId;
    const steps = rows.filter((row) => row.handoffId === id && row.seq > request.seq);
    const ended = steps.find((row) => /accepted|expired|closed|returned/.test(row.type));
    const offers = steps.filter((row) => row.type === 'handoff.offered');
    const expiries = steps.filter((row) => row.type === 'handoff.expired');
    if (expiries.length > offers.length + 1)
      yield { row: 'I13', what: `the handoff ${id} of ${conv} expired ${expiries.length} times` };
    const [expiry] = expiries;
    // Why it went where it went stands between the two; all three are one commit.
    const told = expiry && rows.slice(expiry.seq).find((row) => row.type !== 'handoff.routed');
    if (expiry && !(told?.actor === 'assistant' && told.messageId))
      yield { row: 'I12', what: `${id} of ${conv} found nobody and the visitor was told nothing` };
    const superseded = requests.some((other) => other.seq > request.seq);
    if (ended || superseded || isTaken(rows, request.seq)) continue;
    yield offers.length === 0
      ? { row: 'I13', what: `nobody was looked for after ${conv}/${request.seq} asked for a person` }
      : { row: 'I12', what: `the handoff ${id} of ${conv} has no owner and the visitor no word` };
  }
}

function isTaken(rows: readonly LogRow[], after: number): boolean {
  return rows.some((row) => row.seq > after && row.owner !== null && row.owner !== 'queue');
}

/** Keys that more than one row has, with the places of those rows. */
function doubled(
  rows: readonly LogRow[],
  keyOf: (row: LogRow) => string | null,
): readonly (readonly [string, readonly number[]])[] {
  const places = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) places.set(key, [...(places.get(key) ?? []), row.seq]);
  }
  return [...places].filter(([, same]) => same.length > 1);
}
