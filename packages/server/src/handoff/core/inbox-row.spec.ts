import type { NewEvent } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import {
  ANA,
  BEN,
  givenState,
  id,
  said,
  slotRecord,
  systemEvent,
  toLog,
  VISITOR,
} from '../../../test/build-log.js';
import { decisionRecord } from '../../../test/decision-record.js';
import { changeOwner } from '../../conversations/core/ownership.js';
import { applyToInboxRow, inboxRowFor, newInboxRow } from './inbox-row.js';

const rowOf = (...events: readonly NewEvent[]) =>
  toLog(events).reduce(
    applyToInboxRow,
    newInboxRow(id.conversation, {
      siteName: 'Tidewater',
      nobody: 'Besucher cafe',
      at: '2026-11-20T10:00:00.000Z',
    }),
  );

const text = 'Kim, kim@lakeside.example, Lakeside';
const filled = (key: 'name' | 'email' | 'company', value: string, quote: string) =>
  systemEvent('slot.filled', { slot: slotRecord(key, 'confirmed', { value, n: 1, text, quote }) });
const requested = systemEvent('handoff.requested', { handoffId: id.handoff, reason: 'qualified' });
const offered = systemEvent('handoff.offered', {
  handoffId: id.handoff,
  agentIds: [ANA.id, BEN.id],
  deadlineAt: '2026-11-20T10:02:00.000Z',
});
const accepted = systemEvent('handoff.accepted', {
  handoffId: id.handoff,
  agent: { id: ANA.id, name: ANA.name },
});

describe('the label', () => {
  it.each([
    ['Besucher cafe', []],
    ['Lakeside', [filled('company', 'Lakeside', 'Lakeside')]],
    [
      'kim@lakeside.example',
      [
        filled('company', 'Lakeside', 'Lakeside'),
        filled('email', 'kim@lakeside.example', 'kim@lakeside.example'),
      ],
    ],
    ['Kim', [filled('name', 'Kim', 'Kim'), filled('email', 'kim@lakeside.example', 'kim@lakeside.example')]],
  ])('%s', (label, events) => {
    expect(rowOf(...events).label).toBe(label);
  });

  it('is English again in a row that began before its language was kept', () => {
    const withdrawn = systemEvent('slot.withdrawn', { slot: slotRecord('name', 'withdrawn', null) });
    const old = { ...rowOf(filled('name', 'Kim', 'Kim')), known: { name: 'Kim' } };
    expect(toLog([withdrawn]).reduce(applyToInboxRow, old).label).toBe('Visitor cafe');
  });

  it('forgets a name that was withdrawn', () => {
    const withdrawn = systemEvent('slot.withdrawn', { slot: slotRecord('name', 'withdrawn', null) });
    expect(rowOf(filled('name', 'Kim', 'Kim'), withdrawn).label).toBe('Besucher cafe');
  });
});

describe('the row', () => {
  it('shows the last message, cut, its sender and the head', () => {
    const row = rowOf(said(VISITOR, 1, 'first'), said(ANA, 2, 'x'.repeat(500)), requested);
    expect([row.lastText.length, row.lastFrom, row.head]).toEqual([160, 'agent', 3]);
  });

  it('never ends in half a character, which the database would refuse together with the message', () => {
    const row = rowOf(said(VISITOR, 1, `${'x'.repeat(159)}😀 and more`));
    expect(row.lastText).toBe('x'.repeat(159));
  });

  it('follows verdict, tier, owner and status', () => {
    const row = rowOf(
      systemEvent('decision.recorded', { decision: decisionRecord({ verdict: 'qualified', tier: 'A' }) }),
      changeOwner(givenState(), { kind: 'queue' }, ANA),
      systemEvent('conversation.closed', { by: 'agent' }),
    );
    expect(row).toMatchObject({
      verdict: 'qualified',
      tier: 'A',
      owner: { kind: 'queue' },
      status: 'closed',
    });
  });
});

describe('the handoff in a row', () => {
  it('is offered to those it names until they decline', () => {
    const declined = systemEvent('handoff.declined', { handoffId: id.handoff, agentId: BEN.id });
    const row = rowOf(requested, offered, declined);
    expect(inboxRowFor(row, ANA.id).handoff).toMatchObject({ state: 'offered', offeredToMe: true });
    expect(inboxRowFor(row, BEN.id).handoff).toMatchObject({ state: 'offered', offeredToMe: false });
  });

  it('is offered to nobody once it is accepted or has expired', () => {
    const expired = systemEvent('handoff.expired', { handoffId: id.handoff, because: 'no_accept' });
    for (const [end, state] of [
      [accepted, 'live'],
      [expired, 'expired'],
    ] as const) {
      const row = inboxRowFor(rowOf(requested, offered, end), ANA.id);
      expect(row.handoff).toMatchObject({ state, offeredToMe: false, deadlineAt: null });
    }
  });

  it('is live, too, when somebody took the conversation unasked', () => {
    expect(rowOf(accepted).handoff?.state).toBe('live');
  });

  it('is gone after its end', () => {
    expect(
      rowOf(requested, accepted, systemEvent('handoff.returned', { handoffId: id.handoff })).handoff,
    ).toBeNull();
    expect(rowOf(requested, systemEvent('conversation.closed', { by: 'visitor' })).handoff).toBeNull();
  });

  it('tells no reader who else was asked', () => {
    const shown = JSON.stringify(
      inboxRowFor(rowOf(requested, offered, filled('name', 'Kim', 'Kim')), ANA.id),
    );
    expect(shown).not.toContain(BEN.id);
    expect(shown).not.toContain('known');
  });
});
