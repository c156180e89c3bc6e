import { describe, expect, it } from 'vitest';
import { message, row } from './good-run.ts';
import { judgeLog } from './judge-log.ts';

const call = [
  message(1, 'visitor', 'v1-1'),
  row(2, { type: 'decision.recorded', actor: 'system', turnId: 'trn_1', answers: ['msg_v1-1'] }),
  row(3, { type: 'handoff.requested', actor: 'system', handoffId: 'hnd_1' }),
  row(4, { type: 'handoff.expired', actor: 'system', handoffId: 'hnd_1' }),
];
const why = row(5, { type: 'handoff.routed', actor: 'system', handoffId: 'hnd_1' });
const judged = (rows: typeof call) => [...judgeLog('cnv_a', rows, rows.length)].map((each) => each.row);

describe('a handoff that found nobody (I12)', () => {
  it('is at rest once the visitor has been told, whatever is noted about the way between', () => {
    expect(judged([...call, message(5, 'assistant', null)])).toEqual([]);
    expect(judged([...call, why, message(6, 'assistant', null)])).toEqual([]);
  });

  it('is a violation when nothing or something else follows', () => {
    expect(judged([...call, why])).toEqual(['I12']);
    expect(judged([...call, why, row(6, { type: 'conversation.closed', actor: 'visitor' })])).toEqual([
      'I12',
    ]);
  });
});
