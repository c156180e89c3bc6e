import { describe, expect, it } from 'vitest';
import { id } from '../../../test/build-log.js';
import { type Handoff, type HandoffState, isAsBefore, isWaiting } from './handoff.js';

const HANDOFF: Handoff = {
  id: id.handoff,
  conversationId: id.conversation,
  state: 'requested',
  reason: 'human_request',
  requestedSeq: 3,
  requestedAt: new Date(0),
  deadlineAt: null,
  offeredTo: [],
  agentId: null,
  timesExpired: 0,
  rung: null,
  offers: 0,
  asked: [],
  declined: [],
  directedTo: null,
  team: null,
  priority: 0,
  promisedBy: null,
  acceptedAt: null,
  firstReplyBy: null,
};
const inState = (state: HandoffState): Handoff => ({ ...HANDOFF, state });

describe('a handoff', () => {
  it('waits until somebody has it or it has ended', () => {
    const waits = (['requested', 'offered', 'expired'] as const).map(inState);
    expect(waits.every(isWaiting)).toBe(true);
    const others = (['live', 'returned', 'transferred', 'closed'] as const).map(inState);
    expect([...others, null].some(isWaiting)).toBe(false);
  });

  it.each([
    ['somebody has taken it', { state: 'live' }],
    ['it was offered', { offers: 1 }],
    ['an offer has run out', { timesExpired: 1 }],
    ['it was sent elsewhere', { directedTo: { kind: 'team', key: 'sales', name: 'Sales' } }],
  ] as const)('is not as before once %s', (_what, change) => {
    expect(isAsBefore(HANDOFF, { ...HANDOFF, ...change } as Handoff)).toBe(false);
  });

  it('is as before when only its team or its urgency has changed; gone, it is not', () => {
    expect(isAsBefore(HANDOFF, { ...HANDOFF, priority: 3, team: 'sales' })).toBe(true);
    expect(isAsBefore(HANDOFF, null)).toBe(false);
  });
});
