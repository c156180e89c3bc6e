import { describe, expect, it } from 'vitest';
import type { Entry } from '../history/line.ts';
import { adding, changing, each, judgeFinally, replacing, waiting } from './break-run.ts';
import { digestOf } from './checker.ts';
import { batch, CONV, goodLog, goodRun, judge, judgeLogs, type Run, row, said, view } from './good-run.ts';
import { INVARIANTS } from './violation.ts';

/** One broken history for every row; what is found has to name the row, and the good run breaks none. */
const PLANTED: readonly (readonly [row: string, what: string, plant: (run: Run) => readonly string[]])[] = [
  ['I1', 'an acknowledged line is gone', changing((rows) => rows.filter(({ seq }) => seq < 14))],
  ['I1', 'an acknowledged line has other words', changing((rows) => each(rows, 2, { text: 'other words' }))],
  [
    'I1',
    'a judged log is another one in the end',
    (run) => judgeFinally(run, digestOf(run.rows.slice(0, 5))),
  ],
  ['I1', 'a judged log is gone in the end', (run) => judgeFinally(run, null)],
  ['I2', 'a line stands twice', changing((rows) => each(rows, 14, { cid: 'v1-2' }))],
  ['I2', 'the assistant speaks twice in a turn', changing((rows) => each(rows, 16, { turnId: 'trn_1' }))],
  ['I2', 'a line is answered in two turns', changing((rows) => each(rows, 15, { answers: ['msg_v1-1'] }))],
  [
    'I2',
    'a visitor has two open conversations',
    ({ lines }) =>
      judgeLogs(
        lines,
        new Map([
          [CONV, goodLog().slice(0, 16)],
          ['cnv_b', [row(1, { type: 'conversation.started' })]],
        ]),
      ),
  ],
  [
    'I3',
    'a gap in the log',
    changing((rows) => rows.map((one) => (one.seq > 9 ? { ...one, seq: one.seq + 1 } : one))),
  ],
  [
    'I3',
    'a reader saw what is not in the log',
    replacing('read', (line) => ({ ...line, seen: [[2, 'msg_lost']] })),
  ],
  [
    'I4',
    'two lines have overtaken each other',
    ({ lines, rows }) => judge({ rows, lines: [...said('v1-3', 14), ...lines] }),
  ],
  [
    'I5',
    'a batch leaves out a change of owner',
    replacing('batch', (line) => ({ ...line, events: line.events.filter(([seq]) => seq !== 8) })),
  ],
  [
    'I5',
    'a batch begins elsewhere than asked',
    replacing('batch', (line) => ({ ...line, after: line.after === null ? null : 3 })),
  ],
  ['I5', 'a reader skips a message', replacing('read', (line) => ({ ...line, seen: line.seen.slice(1) }))],
  [
    'I5',
    'a reader loses its place',
    adding({ f: 'read', proc: 'v1', of: 'v1', conv: CONV, had: 8, kept: 2, seen: [] }),
  ],
  ['I5', 'a reader never gets to the end', adding(view('v1.tab2', 16, 'same', false))],
  [
    'I6',
    'a batch with an event that is in no log',
    replacing('batch', (line) => ({ ...line, events: [...line.events, [17, 'evt_lost']] })),
  ],
  ['I6', 'a line that nobody sent', changing((rows) => each(rows, 14, { cid: 'x-1' }))],
  [
    'I6',
    'a refused line stands in the log',
    ({ lines, rows }) =>
      judge({
        rows,
        lines: lines.map((line) =>
          line.f === 'send' && line.type === 'ok' && line.cid === 'v1-3'
            ? {
                f: 'send',
                type: 'fail',
                proc: 'v1',
                of: 'v1',
                cid: 'v1-3',
                code: 'invalid_input',
                waiting: 0,
              }
            : line,
        ),
      }),
  ],
  [
    'I7',
    'words that were heard are in no log',
    adding({ f: 'stream', proc: 'v1', of: 'v1', conv: CONV, messageId: 'msg_gone' }),
  ],
  [
    'I8',
    'who followed holds another conversation than a fresh reader',
    adding(view('v1.tab2', 17, 'other', false)),
  ],
  [
    'I9',
    'a retry is answered with another place',
    adding({
      f: 'send',
      type: 'ok',
      proc: 'v1',
      of: 'v1',
      cid: 'v1-1',
      conv: CONV,
      messageId: 'msg_v1-1',
      seq: 3,
    }),
  ],
  [
    'I9',
    'a retry with other words changes the first',
    ({ lines, rows }) =>
      judge({
        rows: each(rows, 2, { text: 'other' }),
        lines: [
          ...lines,
          {
            f: 'send',
            type: 'invoke',
            proc: 'v1',
            of: 'v1',
            who: 'visitor',
            cid: 'v1-1',
            text: 'other',
            again: true,
          },
        ],
      }),
  ],
  [
    'I10',
    'an acknowledged line is missing after a crash',
    adding({ f: 'look', asked: [`${CONV}/2/msg_v1-1`], found: [] }),
  ],
  [
    'I11',
    'a visitor is given somebody else’s conversation',
    adding({ ...batch('v1', null, 0, 1, []), conv: 'cnv_other' } as Entry),
  ],
  [
    'I11',
    'a visitor is given what is not for visitors',
    replacing('batch', (line) => ({ ...line, events: [...line.events, [3, 'evt_3']] })),
  ],
  [
    'I11',
    'a message is acknowledged in a foreign conversation',
    adding({
      f: 'send',
      type: 'ok',
      proc: 'v1',
      of: 'v1',
      cid: 'v1-9',
      conv: 'cnv_other',
      messageId: 'm',
      seq: 1,
    }),
  ],
  [
    'I11',
    'a foreign page is let in',
    adding({ f: 'probe', what: 'a page on http://evil.example', expected: 'refused', got: 'admitted' }),
  ],
  [
    'I12',
    'a handoff ends without a word to the visitor',
    changing((rows) => each(rows, 10, { type: 'handoff.expired', actor: 'system' })),
  ],
  ['I12', 'an offer that nobody takes is forgotten', changing((rows) => waiting(rows, 'handoff.offered'))],
  ['I12', 'a handoff hangs', adding({ f: 'stuck', about: 'handoff', what: 'v1', afterMs: 60_000 })],
  ['I13', 'nobody is looked for', changing((rows) => waiting(rows, 'slot.filled'))],
  [
    'I13',
    'a handoff expires again and again',
    changing(
      (rows) => [
        ...rows,
        ...[18, 19, 20].map((seq) => row(seq, { type: 'handoff.expired', handoffId: 'hnd_1' })),
      ],
      20,
    ),
  ],
  [
    'I14',
    'the assistant speaks after a takeover',
    changing((rows) => each(rows, 12, { actor: 'assistant', cid: null, turnId: 'trn_9' })),
  ],
  ['I14', 'an agent speaks who does not own it', changing((rows) => each(rows, 12, { actorId: 'agt_2' }))],
  ['I14', 'a second agent becomes owner', changing((rows) => each(rows, 13, { owner: 'agt_2' }))],
  ['I14', 'an epoch comes twice', changing((rows) => each(rows, 13, { ownerEpoch: 2 }))],
  ['I14', 'a closed conversation goes on', changing((rows) => [...rows, row(18, {})])],
  ['I20', 'a line is left without an answer', changing((rows) => each(rows, 15, { answers: [] }))],
  [
    'I20',
    'a line is never acknowledged',
    adding({ f: 'send', type: 'invoke', proc: 'v1', of: 'v1', who: 'visitor', cid: 'v1-9', text: '' }),
  ],
  [
    'I20',
    'a line is refused',
    adding({ f: 'send', type: 'fail', proc: 'v1', of: 'v1', cid: 'v1-9', code: 'unexpected', waiting: 0 }),
  ],
  ['I20', 'a turn does not come to rest', adding({ f: 'stuck', about: 'turn', what: 'v1', afterMs: 60_000 })],
  ['I20', 'a node ends by itself', adding({ f: 'node', node: 'node1', state: 'crashed', point: 'exit 1' })],
  [
    'I21',
    'a batch is in the order of the clocks',
    ({ lines, rows }) => {
      const late = each(rows, 2, { at: 900_000 });
      const wrong = batch(
        'v1',
        null,
        0,
        4,
        [...late].sort((a, b) => a.at - b.at),
      );
      return judge({ rows: late, lines: [...lines, wrong] });
    },
  ],
  [
    'I22',
    'a page that was opened again has forgotten what was typed',
    ({ lines, rows }) =>
      judge({
        rows,
        lines: [
          ...lines,
          { f: 'send', type: 'invoke', proc: 'v1', of: 'v1', who: 'visitor', cid: 'v1-9', text: '' },
          { f: 'reload', proc: 'v1', of: 'v1' },
        ],
      }),
  ],
  ['I23', 'a place moves back', adding({ f: 'cursor', proc: 'v1', of: 'v1', conv: CONV, at: 9 })],
  [
    'I24',
    'a node ends badly when it is asked to stop',
    adding({ f: 'node', node: 'node1', state: 'stopped', code: 1 }),
  ],
  [
    'I24',
    'a node takes too long to stop',
    ({ lines, rows }) => {
      const waited = Array.from({ length: 14 }, (): Entry => ({ f: 'healed' }));
      const stop: Entry = { f: 'node', node: 'node2', state: 'stopping' };
      return judge({
        rows,
        lines: [...lines, stop, ...waited, { f: 'node', node: 'node2', state: 'stopped', code: 0 }],
      });
    },
  ],
];

describe('a planted fault', () => {
  for (const [name, what, plant] of PLANTED) {
    it(`${name}: ${what}`, () => {
      const found = plant(goodRun()).map((each) => each.split(' ')[0]);
      expect(found).toContain(name);
    });
  }

  it('exists for every row that is judged', () => {
    expect(new Set(PLANTED.map(([name]) => name))).toEqual(new Set(Object.keys(INVARIANTS)));
  });
});
