import { applyEvent, emptyView, type LogEvent } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { CONVERSATION, log } from '../playground/script-events.js';
import { countUnread, formatReadMark, parseReadMark } from './unread.js';

const fold = (events: readonly LogEvent[]) => events.reduce(applyEvent, emptyView(CONVERSATION));
const view = fold([
  log.visitor('a', { after: 0 }),
  log.assistant('b', { after: 1 }),
  log.handoffRequested({ after: 2 }),
  log.agent('c', { after: 3 }),
]);

describe('countUnread', () => {
  it('counts messages of the company after the mark, neither own ones nor milestones', () => {
    expect(countUnread(view, { conversationId: CONVERSATION, seq: 0 })).toBe(2);
    expect(countUnread(view, { conversationId: CONVERSATION, seq: 2 })).toBe(1);
    expect(countUnread(view, { conversationId: CONVERSATION, seq: 4 })).toBe(0);
  });

  it('takes everything as unread without a mark or with one of another conversation', () => {
    expect(countUnread(view, null)).toBe(2);
    expect(countUnread(view, { conversationId: 'cnv_other', seq: 99 })).toBe(2);
    expect(countUnread(null, null)).toBe(0);
  });
});

describe('parseReadMark', () => {
  it('reads what was written and nothing else', () => {
    const mark = { conversationId: CONVERSATION, seq: 12 };
    expect(parseReadMark(formatReadMark(mark))).toEqual(mark);
    for (const broken of [null, '', 'x', 'cnv_1:', 'cnv_1:-4', '{"seq":1}'])
      expect(parseReadMark(broken)).toBeNull();
  });
});
