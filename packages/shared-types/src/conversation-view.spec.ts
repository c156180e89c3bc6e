import { describe, expect, it } from 'vitest';
import { applyPublicEvent } from './apply-public-event.js';
import { applyBatch, applyEvent, type ConversationView } from './conversation-view.js';
import { emptyView } from './empty-view.js';
import { type EventDataByType, type EventType, type LogEvent, PUBLIC_EVENTS } from './events.js';
import type { AgentId, ConversationId, EventId, HandoffId, MessageId, SiteId, VisitorId } from './ids.js';
import type { RoutingRecord } from './routing.js';

const CONVERSATION = `cnv_${'0'.repeat(26)}` as ConversationId;
const HANDOFF = `hnd_${'0'.repeat(26)}` as HandoffId;
const NEXT = `hnd_${'1'.repeat(26)}` as HandoffId;
const ANA = { kind: 'agent', id: `agt_${'0'.repeat(26)}` as AgentId, name: 'Ana' } as const;
const BEN = { id: `agt_${'1'.repeat(26)}` as AgentId, name: 'Ben' } as const;
const VISITOR = { kind: 'visitor', id: `vis_${'0'.repeat(26)}` as VisitorId } as const;
const NOBODY_YET = { verdict: null, tier: null, intents: [] } as const;

const log: LogEvent[] = [];
function happens<T extends EventType>(
  type: T,
  data: EventDataByType[T],
  actor: LogEvent['actor'] = { kind: 'system' },
) {
  const seq = log.length + 1;
  log.push({
    id: `evt_${seq}` as EventId,
    conversationId: CONVERSATION,
    seq,
    type,
    schemaVersion: 1,
    at: new Date(Date.UTC(2026, 0, 5, 9, 0, seq)).toISOString(),
    actor,
    audience: PUBLIC_EVENTS.has(type) ? 'public' : 'internal',
    epoch: 0,
    clientId: null,
    data,
  } as unknown as LogEvent);
}
const line = (n: number, text: string) => ({
  messageId: `msg_${n}` as MessageId,
  text,
  kind: 'text' as const,
  origin: 'human' as const,
  asks: null,
  quickReplies: [],
  citations: [],
  interrupted: false,
  turnId: null,
});

happens('conversation.started', {
  siteId: 'sit_1' as SiteId,
  page: { url: 'https://a.example/', title: 'A', referrer: '' },
  locale: 'en',
  timeZone: 'UTC',
});
happens('message.sent', line(1, 'A person, please'), VISITOR);
happens('handoff.requested', { handoffId: HANDOFF, reason: 'human_request' });
happens('owner.changed', { owner: { kind: 'queue' }, epoch: 1 });
happens('handoff.routed', { handoffId: HANDOFF, routing: { rung: 'agent' } as RoutingRecord });
happens('handoff.offered', {
  handoffId: HANDOFF,
  agentIds: [ANA.id],
  deadlineAt: '2026-01-05T09:01:00Z',
  rung: 'agent',
});
happens('handoff.declined', { handoffId: HANDOFF, agentId: ANA.id, reason: 'at lunch' }, ANA);
happens('handoff.directed', { handoffId: HANDOFF, to: { kind: 'agent', ...BEN } }, ANA);
happens('handoff.expired', {
  handoffId: HANDOFF,
  because: 'no_accept',
  promisedBy: '2026-01-05T11:00:00Z',
});
happens(
  'handoff.accepted',
  { handoffId: HANDOFF, agent: { id: ANA.id, name: ANA.name }, firstReplyBy: '2026-01-05T09:05:00Z' },
  ANA,
);
happens('owner.changed', { owner: { kind: 'agent', id: ANA.id, name: ANA.name }, epoch: 2 }, ANA);
happens('handoff.reopened', { handoffId: HANDOFF, because: 'agent_gone', agent: ANA });
happens('owner.changed', { owner: { kind: 'queue' }, epoch: 3 });
happens(
  'handoff.accepted',
  { handoffId: HANDOFF, agent: { id: ANA.id, name: ANA.name }, firstReplyBy: '2026-01-05T09:09:00Z' },
  ANA,
);
happens('message.sent', line(2, 'Hello, Ana here'), ANA);
happens('note.added', { kind: 'whisper', text: 'VIP' }, ANA);
happens(
  'override.recorded',
  {
    override: {
      kind: 'classification',
      before: NOBODY_YET,
      after: { verdict: 'qualified', tier: 'A', intents: ['sales'] },
      reason: 'she told me',
    },
  },
  ANA,
);
happens('override.recorded', { override: { kind: 'automation', paused: true, reason: 'legal case' } }, ANA);
happens(
  'handoff.transferred',
  { handoffId: HANDOFF, to: { kind: 'team', key: 'sales', name: 'Sales' } },
  ANA,
);
happens('handoff.requested', { handoffId: NEXT, reason: 'human_request' }, ANA);
happens('disposition.recorded', { disposition: { kind: 'won', reason: null } }, ANA);
happens('handoff.closed', { handoffId: NEXT }, ANA);
happens('conversation.closed', { by: 'agent' }, ANA);

const fold = (events: readonly LogEvent[]): ConversationView =>
  events.reduce(applyEvent, emptyView(CONVERSATION));
const visible = log.filter(({ audience }) => audience === 'public');

describe('I8, the sync law', () => {
  it.each(log.map((event) => [event.seq, event.type] as const))(
    'after %i (%s), the old view and what came since are the fresh view',
    (seq) => {
      for (const events of [log, visible]) {
        const old = fold(events.filter((event) => event.seq <= seq));
        const rest = events.filter((event) => event.seq > seq);
        const batch = { conversationId: CONVERSATION, from: seq, to: log.length, events: rest };
        expect(applyBatch(old, batch)).toEqual(fold(events));
      }
    },
  );
});

describe('the fold of a visitor', () => {
  it('makes the same of what a visitor sees as the whole one', () => {
    expect(visible.reduce(applyPublicEvent, emptyView(CONVERSATION))).toEqual(fold(visible));
  });

  it('is not disturbed by an event of a later release', () => {
    const view = fold(visible);
    const later = { ...visible[0], type: 'message.translated', data: {} } as unknown as LogEvent;
    expect(applyPublicEvent(view, later)).toBe(view);
    expect(applyEvent(view, later)).toBe(view);
  });
});

describe('the fold of a handoff', () => {
  const after = (type: EventType, times = 1) => {
    const places = log.filter((event) => event.type === type);
    return fold(log.slice(0, places[times - 1]?.seq ?? 0));
  };

  it('says on which rung it is offered, and to whom', () => {
    expect(after('handoff.offered').handoff).toMatchObject({ rung: 'agent', offeredTo: [ANA.id] });
    expect(after('handoff.declined').handoff?.offeredTo).toEqual([]);
  });

  it('begins anew where a person sent it', () => {
    expect(after('handoff.directed').handoff).toMatchObject({
      state: 'requested',
      directedTo: { name: 'Ben' },
      deadlineAt: null,
    });
  });

  it('keeps what the visitor was promised until somebody comes', () => {
    expect(after('handoff.expired').handoff?.promisedBy).toBe('2026-01-05T11:00:00Z');
  });

  it('counts the time to the first reply for the agent who accepted, and no longer once they wrote', () => {
    expect(after('handoff.accepted').handoff).toMatchObject({
      state: 'live',
      firstReplyBy: '2026-01-05T09:05:00Z',
    });
    expect(after('message.sent', 2).handoff).toMatchObject({ firstReplyBy: null });
    expect(after('message.sent', 2).handoff?.firstReplyAt).not.toBeNull();
  });

  it('waits again under the same id when its agent is lost, and the visitor is told', () => {
    const view = after('handoff.reopened');
    expect(view.handoff).toMatchObject({ handoffId: HANDOFF, state: 'requested', acceptedBy: null });
    expect(view.milestones.at(-1)).toMatchObject({ kind: 'agent_lost', agentName: 'Ana' });
  });

  it('shows one line for being passed on, not two', () => {
    const kinds = fold(log).milestones.map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['transferred', 'closed']);
  });

  it('holds what people changed, and lets their classification stand', () => {
    const view = fold(log);
    expect(view.overrides.map(({ override }) => override.kind)).toEqual(['classification', 'automation']);
    expect(view).toMatchObject({
      reclassified: { verdict: 'qualified', tier: 'A' },
      automationPaused: true,
      disposition: { kind: 'won' },
    });
    expect(view.notes).toMatchObject([{ kind: 'whisper', text: 'VIP' }]);
  });

  it('shows a visitor no note, no reason and no choice of the router', () => {
    const view = fold(visible);
    expect([view.notes, view.overrides, view.disposition, view.reclassified]).toEqual([[], [], null, null]);
    expect(view.handoff?.routing).toBeNull();
    expect(JSON.stringify(visible)).not.toMatch(/VIP|legal case|at lunch|she told me/);
  });
});
