import type { MessageView } from '@baton/shared-types';
import { plainText } from './markdown/plain-text.js';
import type { ShownView } from './shown-view.js';

/** What was said, as a text file: who, when, and the words without their marks. */
export function transcript(
  view: ShownView,
  nameOf: (actor: MessageView['actor']) => string,
  timeOf: (at: number) => string,
): string {
  return view.messages
    .map(({ actor, at, text }) => {
      const said = actor.kind === 'visitor' ? text : plainText(text);
      return `${nameOf(actor)} (${timeOf(Date.parse(at))})\n${said}\n`;
    })
    .join('\n');
}
