import type { ConversationView } from '@baton/shared-types';
import { plainText } from './markdown/plain-text.js';
import { type Speaker, speakerOf } from './thread.js';

/** What was said, as a text file: who, when, and the words without their marks. */
export function transcript(
  view: ConversationView,
  words: { readonly nameOf: (speaker: Speaker) => string; readonly timeOf: (at: number) => string },
): string {
  return view.messages
    .map(({ actor, at, text }) => {
      const said = actor.kind === 'visitor' ? text : plainText(text);
      return `${words.nameOf(speakerOf(actor))} (${words.timeOf(Date.parse(at))})\n${said}\n`;
    })
    .join('\n');
}
