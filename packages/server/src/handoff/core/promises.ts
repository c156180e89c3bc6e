import type { MessageView, SourcedSentence } from '@baton/shared-types';

/** Words with which the company's side commits itself, in English and German. */
const COMMITMENT =
  /\b(?:i|we|a colleague|somebody|someone)(?:'ll|’ll| will| am going to| are going to)\b|\b(?:ich|wir) (?:werde|werden|schicke|schicken|melde|melden|rufe|rufen)\b|\b(?:meldet|melden|ruft|schickt) (?:sich|sie|ihnen)\b/i;

/** What the assistant or an agent has promised, sentence by sentence, oldest first. */
export function findPromises(messages: readonly MessageView[]): readonly SourcedSentence[] {
  return messages
    .filter(({ actor }) => actor.kind === 'assistant' || actor.kind === 'agent')
    .flatMap(({ text, messageId }) =>
      sentencesOf(text)
        .filter((sentence) => COMMITMENT.test(sentence) && !sentence.endsWith('?'))
        .map((sentence) => ({ text: sentence, messageIds: [messageId] })),
    );
}

function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^.!?\n]+[.!?]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
