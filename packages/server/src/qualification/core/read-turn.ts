import type { DecisionInputs, Intent, LogEvent, LogEventOf } from '@baton/shared-types';
import { askedKind, knownValues, type QualificationMemory } from './memory/qualification-memory.js';
import type { Understanding, VisitorMessage } from './understanding/reading.js';
import { understandTurn } from './understanding/understand.js';

/** Reads the turn's messages in the light of what is held and what was asked. */
export function readTurn(
  log: readonly LogEvent[],
  inputs: Pick<DecisionInputs, 'messageIds' | 'asked' | 'now' | 'timeZone'>,
  held: QualificationMemory,
): Understanding {
  const sent = log.filter((event): event is LogEventOf<'message.sent'> => event.type === 'message.sent');
  const ofTurn = sent.filter(
    ({ actor, data }) => actor.kind === 'visitor' && inputs.messageIds.includes(data.messageId),
  );
  const messages = ofTurn.map(({ data }): VisitorMessage => ({ id: data.messageId, text: data.text }));
  const lastSpoken = sent.findLast(({ actor }) => actor.kind === 'assistant' || actor.kind === 'agent');
  const understanding = understandTurn({
    messages,
    asked: askedKind({ ...held, asked: inputs.asked }),
    lastAssistantText: lastSpoken?.data.text ?? null,
    now: inputs.now,
    timeZone: inputs.timeZone,
    language: held.language,
    known: knownValues(held),
  });
  const pressed = ofTurn.some(({ data }) => data.kind === 'human_request');
  return pressed ? withIntent(understanding, 'human_request') : understanding;
}

/** The button "talk to a person" says it more plainly than words. */
function withIntent(understanding: Understanding, intent: Intent): Understanding {
  if (understanding.intents.includes(intent)) return understanding;
  return { ...understanding, intents: [...understanding.intents, intent] };
}
