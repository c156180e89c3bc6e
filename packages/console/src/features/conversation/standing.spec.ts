import { describe, expect, it } from 'vitest';
import { COLLEAGUE, giveTo, ME, MY_NAME, offer, qualifiedStory } from '../../playground/stories.js';
import { standingOf } from './standing.js';

const START = Date.parse('2026-11-20T10:00:00.000Z');

describe('standingOf', () => {
  it('is not known before the first snapshot', () => {
    expect(standingOf(null, undefined, ME)).toEqual({ kind: 'loading' });
  });

  it('follows the owner through a handoff', () => {
    const story = qualifiedStory(1, START);
    const standing = () => standingOf(story.view.value, undefined, ME);
    expect(standing()).toEqual({ kind: 'assistant' });
    offer(story, 'qualified', START);
    expect(standing()).toEqual({ kind: 'offered' });
    giveTo(story, { id: ME, name: MY_NAME });
    expect(standing()).toEqual({ kind: 'mine' });
    story.append({ kind: 'system' }, 'conversation.closed', { by: 'agent' });
    expect(standing()).toEqual({ kind: 'closed' });
  });

  it('names the colleague who was faster', () => {
    const story = qualifiedStory(1, START);
    offer(story, 'qualified', START);
    giveTo(story, COLLEAGUE);
    expect(standingOf(story.view.value, undefined, ME)).toEqual({ kind: 'colleague', name: COLLEAGUE.name });
  });

  it('is the queue for an agent who has declined', () => {
    const story = qualifiedStory(1, START);
    offer(story, 'qualified', START);
    const handoffId = story.view.value?.handoff?.handoffId;
    if (!handoffId) throw new Error('The story has no handoff.');
    story.append({ kind: 'system' }, 'handoff.declined', { handoffId, agentId: ME });
    expect(standingOf(story.view.value, undefined, ME)).toEqual({ kind: 'queue' });
  });
});
