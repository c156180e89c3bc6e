import type { SlotCandidate } from '@baton/shared-types';
import { readEmail } from './contact/read-email.js';
import { readPhone } from './contact/read-phone.js';
import { readDeclined } from './cues/read-declined.js';
import { detectLanguage } from './language/detect-language.js';
import { readCompany } from './people/read-company.js';
import { readName } from './people/read-name.js';
import { readRole } from './people/read-role.js';
import type { Reader, ReadingContext, Understanding } from './reading.js';
import { isTrueEvidence } from './spans.js';

const READERS: readonly Reader[] = [readEmail, readPhone, readName, readCompany, readRole];

/** Reads everything that can be read from a turn without a model. Pure and deterministic. */
export function understandTurn(given: ReadingContext): Understanding {
  const text = given.messages.map((message) => message.text).join('\n');
  const context: ReadingContext = { ...given, language: detectLanguage(text, given.language) };
  const read = READERS.flatMap((reader) => reader(context)).filter((it) => hasTrueEvidence(context, it));
  const declined = readDeclined(context, read);
  return {
    language: context.language,
    intents: [],
    flags: {
      optOut: false,
      spam: false,
      abuse: false,
      jobSeeker: false,
      noBusinessUse: false,
      willNotBuy: false,
      businessNeed: false,
    },
    urgency: 'normal',
    sentiment: 'neutral',
    candidates: read.filter((candidate) => !declined.some((it) => it.kind === candidate.kind)),
    declined,
    asksQuestion: false,
  };
}

function hasTrueEvidence(context: ReadingContext, candidate: SlotCandidate): boolean {
  return (
    candidate.evidence.length > 0 &&
    candidate.evidence.every((evidence) => isTrueEvidence(context.messages, evidence))
  );
}
