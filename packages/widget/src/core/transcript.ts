import type { ConversationView, MessageView } from '@baton/shared-types';

/** How a transcript says things; handed over, because it comes in a file of its own that imports nothing of the chat. */
export interface TranscriptWords {
  readonly nameOf: (actor: MessageView['actor']) => string;
  readonly timeOf: (at: number) => string;
  /** A text of the company's side without its Markdown. */
  readonly plainText: (text: string) => string;
}

/** What was said, as a text file: who, when, and the words without their marks. */
export function transcript(view: ConversationView, { nameOf, timeOf, plainText }: TranscriptWords): string {
  return view.messages
    .map(({ actor, at, text }) => {
      const said = actor.kind === 'visitor' ? text : plainText(text);
      return `${nameOf(actor)} (${timeOf(Date.parse(at))})\n${said}\n`;
    })
    .join('\n');
}
