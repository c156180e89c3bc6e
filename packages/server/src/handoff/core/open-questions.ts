import type { ConversationView, MessageView, SourcedSentence } from '@baton/shared-types';

/**
 * Questions of the visitor that nobody has answered: no passage was cited for them in their turn, and no
 * person has written since.
 */
export function openQuestions(view: ConversationView): readonly SourcedSentence[] {
  const lastHuman = view.messages.findLast((message) => message.actor.kind === 'agent')?.seq ?? 0;
  const answered = new Set(
    view.decisions.flatMap(({ decision }) =>
      decision.move && decision.move.citations.length > 0 ? decision.inputs.messageIds : [],
    ),
  );
  return view.messages
    .filter((message) => isVisitors(message) && message.seq > lastHuman && !answered.has(message.messageId))
    .flatMap((message) =>
      questionsIn(message.text).map((text) => ({ text, messageIds: [message.messageId] })),
    );
}

function isVisitors(message: MessageView): boolean {
  return message.actor.kind === 'visitor';
}

/** The sentences of a text that end in a question mark. */
function questionsIn(text: string): readonly string[] {
  return (text.match(/[^.!?\n]+\?/g) ?? [])
    .map((question) => question.trim())
    .filter((question) => question.length > 3);
}
