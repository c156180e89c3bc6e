import {
  type ConversationId,
  type ConversationView,
  type LogEvent,
  PUBLIC_EVENTS,
  emptyView as wholeEmptyView,
  applyPublicEvent as wholeFold,
} from '@baton/shared-types';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ShownView } from '../core/shown-view.js';
import { applyPublicEvent } from './apply-public-event.js';
import { emptyView } from './empty-view.js';

const CONVERSATION = 'cnv_1' as ConversationId;
const ANA = { id: 'agt_1', name: 'Ana' };
const SAMPLES: readonly (readonly [type: string, data: object])[] = [
  ['conversation.started', { siteId: 'sit_1', page: {}, locale: 'de', timeZone: 'UTC' }],
  ['message.sent', { messageId: 'msg_1', text: 'Hello', asks: null, quickReplies: ['Yes'] }],
  ['owner.changed', { owner: { kind: 'queue' }, epoch: 1 }],
  ['owner.changed', { owner: { kind: 'agent', ...ANA }, epoch: 2 }],
  ['handoff.requested', { handoffId: 'hnd_1', reason: 'qualified' }],
  ['handoff.requested', { handoffId: 'hnd_2', reason: 'human_request' }],
  ['handoff.accepted', { handoffId: 'hnd_1', agent: ANA }],
  ['handoff.expired', { handoffId: 'hnd_1', because: 'no_accept', promisedBy: '2026-01-05T11:00:00Z' }],
  ['handoff.reopened', { handoffId: 'hnd_1', because: 'agent_gone', agent: ANA }],
  ['handoff.transferred', { handoffId: 'hnd_1', to: { kind: 'team', id: 'tea_1', name: 'Sales' } }],
  ['handoff.returned', { handoffId: 'hnd_1' }],
  ['handoff.closed', { handoffId: 'hnd_1' }],
  ['conversation.closed', { by: 'visitor' }],
  ['conversation.rated', { score: 4, comment: null }],
  ['invented.later', { agent: ANA }],
];

function shownOf({
  conversationId,
  status,
  owner,
  messages,
  milestones,
  rating,
  handoff,
}: ShownView | ConversationView) {
  const isExpired = status === 'open' && handoff?.state === 'expired';
  return { conversationId, status, owner, messages, milestones, rating, reason: handoff?.reason, isExpired };
}

it('knows every event that visitors may see', () => {
  const known = SAMPLES.map(([type]) => type);
  expect([...PUBLIC_EVENTS].filter((type) => !known.includes(type))).toEqual([]);
});

it('shows after any events what the whole fold shows', () => {
  const actors = [{ kind: 'visitor' }, { kind: 'agent', ...ANA }, { kind: 'system' }];
  const happening = fc.tuple(fc.constantFrom(...SAMPLES), fc.constantFrom(...actors));
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
      let shown: ShownView = emptyView(CONVERSATION);
      let whole = wholeEmptyView(CONVERSATION);
      happenings.forEach(([[type, data], actor], index) => {
        const at = new Date(index).toISOString();
        const event = { type, seq: index + 1, at, actor, clientId: null, data } as unknown as LogEvent;
        shown = applyPublicEvent(shown, event);
        whole = wholeFold(whole, event);
        expect(shownOf(shown)).toEqual(shownOf(whole));
      });
    }),
  );
});
