import { applyEvent, emptyView } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { CONVERSATION, log } from '../playground/script-events.js';
import { transcript } from './transcript.js';

it('names each speaker and gives the words without marks, the visitor’s as they were typed', () => {
  const events = [
    log.visitor('a **b**', { after: 0 }),
    log.assistant('The **Harbour** plan', { after: 1 }),
    log.agent('Hello', { after: 2 }),
  ];
  const view = events.reduce(applyEvent, emptyView(CONVERSATION));
  const text = transcript(
    view,
    (speaker) => (speaker.kind === 'agent' ? speaker.name : speaker.kind),
    () => '9:00',
  );
  expect(text).toBe(
    'visitor (9:00)\na **b**\n\nassistant (9:00)\nThe Harbour plan\n\nMara Lindqvist (9:00)\nHello\n',
  );
});
