import { emptyView, type MessageView } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { pageEventsAfter } from './page-events.js';

const empty = emptyView('cnv_1' as never);

function message(seq: number, actor: MessageView['actor'], text: string): MessageView {
  return {
    messageId: `msg_${seq}` as never,
    seq,
    at: '2026-11-01T10:00:00.000Z',
    actor,
    text,
    origin: 'template' as never,
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: false,
    kind: 'text',
    turnId: null,
    clientId: null,
  };
}

const view = {
  ...empty,
  messages: [
    message(1, { kind: 'visitor' } as never, 'I am Dana'),
    message(3, { kind: 'assistant' } as never, 'Hello'),
    message(6, { kind: 'agent', name: 'Tomás' } as never, 'Hi Dana'),
  ],
  milestones: [
    { seq: 4, at: '', kind: 'waiting' as const, agentName: null },
    { seq: 5, at: '', kind: 'agent_joined' as const, agentName: 'Tomás' },
    { seq: 7, at: '', kind: 'closed' as const, agentName: null },
  ],
  handoff: { reason: 'qualified' } as never,
};

describe('pageEventsAfter', () => {
  it('tells what came after, in the order of the log, without personal data', () => {
    const events = pageEventsAfter(view, 1, false);
    expect(events).toEqual([
      ['message', { from: 'assistant' }],
      ['qualified', undefined],
      ['handoff.requested', { reason: 'qualified' }],
      ['handoff.accepted', {}],
      ['message', { from: 'agent' }],
    ]);
    expect(JSON.stringify(pageEventsAfter(view, 0, false))).not.toMatch(/Dana|Tomás|Hello/);
  });

  it('with the option tells words and names too', () => {
    expect(pageEventsAfter(view, 0, true)).toContainEqual([
      'message',
      { from: 'visitor', text: 'I am Dana' },
    ]);
    expect(pageEventsAfter(view, 5, true)).toEqual([
      ['message', { from: 'agent', text: 'Hi Dana', name: 'Tomás' }],
    ]);
  });

  it('calls nobody qualified who asked for a person', () => {
    const asked = { ...view, handoff: { reason: 'human_request' } as never };
    expect(pageEventsAfter(asked, 3, false)[0]).toEqual(['handoff.requested', { reason: 'human_request' }]);
  });
});
