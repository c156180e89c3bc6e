import type { MessageView, SourcedSentence } from '@baton/shared-types';

/** Words with which the company's side commits itself, in English and German. */
const COMMITMENT =
  /\b(?:i|we|a colleague|somebody|someone)(?:'ll|’ll| will| am going to| are going to)\b|\b(?:ich|wir) (?:werde|werden|schicke|schicken|melde|melden|rufe|rufen)\b|\b(?:meldet|melden|ruft|schickt) (?:sich|sie|ihnen)\b/i;

/** "If you tell me more, I will look it up" binds nobody before the visitor has done it. */
const CONDITIONAL = /^(?:if|when|once|as soon as|whenever|wenn|falls|sobald)\b/i;

/** What the assistant or an agent has promised, sentence by sentence, oldest first; each once. */
export function findPromises(messages: readonly MessageView[]): readonly SourcedSentence[] {
  const promises = messages
    .filter(({ actor }) => actor.kind === 'assistant' || actor.kind === 'agent')
    .flatMap(({ text, messageId }) =>
      sentencesOf(text)
        .filter(isPromise)
        .map((sentence) => ({ text: sentence, messageId })),
    );
  // Said twice it is still one promise, with both messages to prove it.
  return [...new Set(promises.map(({ text }) => text))].map((text) => ({
    text,
    messageIds: promises.filter((promise) => promise.text === text).map(({ messageId }) => messageId),
  }));
}

function isPromise(sentence: string): boolean {
  return COMMITMENT.test(sentence) && !CONDITIONAL.test(sentence) && !sentence.endsWith('?');
}

function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^.!?\n]+[.!?]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
