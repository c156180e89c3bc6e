import type { InboxRow } from '@baton/shared-types';
import { fakeId } from './fake-ids.js';

export const ME = fakeId('agt', 1);
export const OTHER = fakeId('agt', 2);

/** An ordinary row that the assistant owns, with what the test is about. */
export function inboxRow(number: number, change: Partial<InboxRow> = {}): InboxRow {
  return {
    conversationId: fakeId('cnv', number),
    label: `Visitor ${number}`,
    siteName: 'northwind.example',
    lastText: 'Hello',
    lastAt: '2026-11-20T10:00:00.000Z',
    lastFrom: 'visitor',
    owner: { kind: 'assistant' },
    status: 'open',
    verdict: null,
    tier: null,
    handoff: null,
    head: 1,
    ...change,
  };
}

/** A handoff that is offered to this agent for one minute. */
export function offeredHandoff(
  requestedAt: string,
  deadlineAt: string | null,
  offeredToMe = true,
): NonNullable<InboxRow['handoff']> {
  return { state: 'offered', reason: 'qualified', requestedAt, deadlineAt, offeredToMe };
}
