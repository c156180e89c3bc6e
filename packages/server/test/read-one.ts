import type { MessageId } from '@baton/shared-types';
import type {
  ReadCandidate,
  Reader,
  ReadingContext,
} from '../src/qualification/core/understanding/reading.js';

/** A turn to read in a test: Friday 2026-11-20, English, nothing asked and nothing known unless told. */
export function turnOf(
  said: string | readonly string[],
  given: Partial<ReadingContext> = {},
): ReadingContext {
  const texts = typeof said === 'string' ? [said] : said;
  return {
    messages: texts.map((text, index) => ({ id: `msg_${index}` as MessageId, text })),
    asked: null,
    lastAssistantText: null,
    now: '2026-11-20T09:00:00.000Z',
    timeZone: 'Europe/London',
    language: 'en',
    known: {},
    ...given,
  };
}

/** The last candidate that a reader finds in a turn. Its evidence must stand where it says. */
export function readOne(
  reader: Reader,
  said: string | readonly string[],
  given: Partial<ReadingContext> = {},
): ReadCandidate | undefined {
  const context = turnOf(said, given);
  const candidates = reader(context);
  for (const evidence of candidates.flatMap((candidate) => candidate.evidence)) {
    const message = context.messages.find((it) => it.id === evidence.messageId);
    if (message?.text.slice(evidence.start, evidence.end) !== evidence.quote || evidence.quote === '') {
      throw new Error(`false evidence: ${JSON.stringify(evidence)}`);
    }
  }
  return candidates.at(-1);
}
