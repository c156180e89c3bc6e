import { describe, expect, it } from 'vitest';
import { qualifiedStory, visitorSays } from '../../playground/stories.js';
import { threadItems } from './thread-items.js';

const START = Date.parse('2026-11-20T10:00:00.000Z');
const quiet = { streaming: null, pending: [] };

describe('threadItems', () => {
  it('keeps the order of the log across messages, decisions and milestones', () => {
    const { view } = qualifiedStory(1, START);
    const items = threadItems({ view: view.value, ...quiet });
    const kinds = items.map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['message', 'decision', 'message']);
    expect(kinds.filter((kind) => kind === 'decision')).toHaveLength(4);
  });

  it('groups one speaker within two minutes and no longer', () => {
    const story = qualifiedStory(1, START);
    visitorSays(story, 'One', START + 600_000);
    visitorSays(story, 'Two', START + 660_000);
    visitorSays(story, 'Three', START + 780_000);
    const last = threadItems({ view: story.view.value, ...quiet }).slice(-3);
    expect(last.map((item) => item.kind === 'message' && item.continued)).toEqual([false, true, false]);
  });

  it('shows streamed text last, and not once the finished message stands', () => {
    const story = qualifiedStory(1, START);
    const view = story.view.value;
    const spoken = view?.messages.at(-1);
    if (!view || !spoken) throw new Error('The story is empty.');
    const streaming = { messageId: spoken.messageId, text: 'Thanks' };
    const unfinished = { ...view, messages: view.messages.slice(0, -1) };
    expect(threadItems({ view: unfinished, streaming, pending: [] }).at(-1)).toMatchObject({
      kind: 'streaming',
      text: 'Thanks',
    });
    expect(threadItems({ view, streaming, pending: [] }).some(({ kind }) => kind === 'streaming')).toBe(
      false,
    );
  });

  it('puts what is on its way at the end', () => {
    const story = qualifiedStory(1, START);
    const pending = [{ clientId: 'c1', text: 'Hi', kind: 'text', state: 'queued', error: null }] as const;
    expect(threadItems({ view: story.view.value, streaming: null, pending }).at(-1)).toMatchObject({
      kind: 'pending',
      key: 'c1',
    });
  });

  it('is empty before the first snapshot', () => {
    expect(threadItems({ view: null, ...quiet })).toEqual([]);
  });
});
