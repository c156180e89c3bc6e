import type { InboxRow } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { inboxRow, ME, OTHER, offeredHandoff } from '../../playground/sample-rows.js';
import { inboxSections } from './inbox-sections.js';

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const mine = { kind: 'agent', id: ME, name: 'Lena' } as const;
const theirs = { kind: 'agent', id: OTHER, name: 'Tomás' } as const;
const shape = (rows: readonly InboxRow[]) =>
  inboxSections(rows, ME).map(({ key, rows: held }) => [
    key,
    held.map(({ label }) => Number(label.split(' ')[1])),
  ]);

describe('inboxSections', () => {
  it('puts every row into exactly one section, offers first and closed last', () => {
    const rows = [
      inboxRow(1, { status: 'closed', owner: mine }),
      inboxRow(2),
      inboxRow(3, { owner: theirs }),
      inboxRow(4, { owner: { kind: 'queue' } }),
      inboxRow(5, { owner: mine }),
      inboxRow(6, { owner: { kind: 'queue' }, handoff: offeredHandoff(at(1), at(2)) }),
    ];
    expect(shape(rows)).toEqual([
      ['offers', [6]],
      ['mine', [5]],
      ['waiting', [4]],
      ['colleagues', [3]],
      ['assistant', [2]],
      ['closed', [1]],
    ]);
  });

  it('shows an offer to somebody else as waiting', () => {
    const row = inboxRow(1, { owner: { kind: 'queue' }, handoff: offeredHandoff(at(1), at(2), false) });
    expect(shape([row])).toEqual([['waiting', [1]]]);
  });

  it('does not offer what is closed', () => {
    const row = inboxRow(1, { status: 'closed', handoff: offeredHandoff(at(1), at(2)) });
    expect(shape([row])).toEqual([['closed', [1]]]);
  });

  it('sorts offers by deadline, those without one last', () => {
    const rows = [
      inboxRow(1, { handoff: offeredHandoff(at(0), null) }),
      inboxRow(2, { handoff: offeredHandoff(at(3), at(9)) }),
      inboxRow(3, { handoff: offeredHandoff(at(4), at(5)) }),
    ];
    expect(shape(rows)).toEqual([['offers', [3, 2, 1]]]);
  });

  it('sorts mine: unanswered visitors first, longest waiting on top, then the latest', () => {
    const rows = [
      inboxRow(1, { owner: mine, lastFrom: 'agent', lastAt: at(9) }),
      inboxRow(2, { owner: mine, lastFrom: 'agent', lastAt: at(30) }),
      inboxRow(3, { owner: mine, lastAt: at(20) }),
      inboxRow(4, { owner: mine, lastAt: at(10) }),
    ];
    expect(shape(rows)).toEqual([['mine', [4, 3, 2, 1]]]);
  });

  it('sorts waiting by the time of the request, not of the last line', () => {
    const waiting = (number: number, requested: number, last: number) =>
      inboxRow(number, {
        owner: { kind: 'queue' },
        lastAt: at(last),
        handoff: { ...offeredHandoff(at(requested), null, false), state: 'expired' },
      });
    expect(shape([waiting(1, 20, 21), waiting(2, 5, 40)])).toEqual([['waiting', [2, 1]]]);
  });

  it('keeps rows of the same moment in the order of their ids', () => {
    expect(shape([inboxRow(3), inboxRow(1), inboxRow(2)])).toEqual([['assistant', [1, 2, 3]]]);
    expect(shape([inboxRow(2), inboxRow(3), inboxRow(1)])).toEqual([['assistant', [1, 2, 3]]]);
  });
});
