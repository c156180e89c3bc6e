import type { DecisionInputs, Intent, MessageId } from '@baton/shared-types';
import { askedKind, knownValues, type QualificationMemory } from './memory/qualification-memory.js';
import { settleLanguage } from './settle-language.js';
import { historyOf, recentMessages, type TurnLog } from './turn-log.js';
import type { ReadingContext, Understanding, VisitorMessage } from './understanding/reading.js';
import { understandTurn } from './understanding/understand.js';
import type { ReadingWords } from './words/qualification-words.js';
import { wordsOf } from './words-of.js';

/** The deterministic reading of a turn. Always `understandTurn`, except where a test dictates what is read. */
export type Understand = (context: ReadingContext, words: ReadingWords) => Understanding;

/** Reads the turn's messages in the light of what is held and what was asked. */
export function readTurn(
  log: TurnLog,
  inputs: Pick<DecisionInputs, 'messageIds' | 'asked' | 'now' | 'timeZone'>,
  held: QualificationMemory,
  {
    words,
    understand = understandTurn,
  }: { readonly words: ReadingWords; readonly understand?: Understand | undefined },
): Understanding {
  const messages = turnMessages(log, inputs.messageIds);
  const { lastCompanyText } = historyOf(log);
  const asked = askedKind({ ...held, asked: inputs.asked });
  const context: ReadingContext = {
    messages,
    asked,
    lastAssistantText: lastCompanyText,
    now: inputs.now,
    timeZone: inputs.timeZone,
    language: held.language,
    known: knownValues(held),
  };
  const read = understand(context, words);
  const language = settleLanguage({
    held: held.language,
    heard: read.language,
    said: messages.map(({ text }) => text).join('\n'),
    asked,
    isOpening: lastCompanyText === null,
  });
  const understanding = { ...read, language };
  const pressed = recentMessages(log).some(
    ({ data }) => data.kind === 'human_request' && inputs.messageIds.includes(data.messageId),
  );
  return pressed ? withIntent(understanding, 'human_request') : understanding;
}

/** The visitor's messages that a turn is about, in order. */
export function turnMessages(log: TurnLog, messageIds: readonly MessageId[]): readonly VisitorMessage[] {
  return recentMessages(log)
    .filter(({ actor, data }) => actor.kind === 'visitor' && messageIds.includes(data.messageId))
    .map(({ data }) => ({ id: data.messageId, text: wordsOf(data) }));
}

/** The button "talk to a person" says it more plainly than words. */
function withIntent(understanding: Understanding, intent: Intent): Understanding {
  if (understanding.intents.includes(intent)) return understanding;
  return { ...understanding, intents: [...understanding.intents, intent] };
}
