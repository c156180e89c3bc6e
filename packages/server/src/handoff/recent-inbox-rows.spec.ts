import type { ConversationId, LogEvent, WorkspaceId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { ConversationBus, type ConversationState } from '../conversations/index.js';
import { newInboxRow } from './core/inbox-row.js';
import { RecentInboxRows } from './recent-inbox-rows.service.js';

const id = 'cnv_1' as ConversationId;
const event = (seq: number) => ({ conversationId: id, seq }) as LogEvent;
const row = (head: number, lastText = '') => ({
  ...newInboxRow(id, { siteName: 'Site', nobody: 'Visitor', at: '' }),
  head,
  lastText,
});

function open() {
  const bus = new ConversationBus();
  const rows = new RecentInboxRows(bus);
  const commit = (...events: readonly LogEvent[]) =>
    bus.publish({ workspaceId: 'wsp_1' as WorkspaceId, state: {} as ConversationState, events });
  return { rows, commit };
}

describe('recent inbox rows', () => {
  it('a row counts from its commit on, at its own head and at no other', () => {
    const { rows, commit } = open();
    const last = event(4);
    rows.propose(row(4), last);
    expect(rows.at(id, 4)).toBeNull();
    commit(event(3), last);
    expect(rows.at(id, 4)).toEqual(row(4));
    // Another node has written since.
    expect(rows.at(id, 5)).toBeNull();
  });

  it('what a transaction would have written that was rolled back is not taken for what stands there', () => {
    const { rows, commit } = open();
    rows.propose(row(4, 'rolled back'), event(4));
    const other = event(4);
    rows.propose(row(4, 'committed'), other);
    commit(other);
    expect(rows.at(id, 4)?.lastText).toBe('committed');
  });

  it('keeps no more than five thousand, the latest', () => {
    const { rows, commit } = open();
    const ids = Array.from({ length: 5_001 }, (_, index) => `cnv_${index}` as ConversationId);
    for (const conversationId of ids) {
      const last = { conversationId, seq: 1 } as LogEvent;
      rows.propose({ ...row(1), conversationId }, last);
      commit(last);
    }
    expect(rows.at('cnv_0' as ConversationId, 1)).toBeNull();
    expect(rows.at('cnv_1' as ConversationId, 1)).not.toBeNull();
    expect(rows.at('cnv_5000' as ConversationId, 1)).not.toBeNull();
  });
});
