import type { Evidence, SlotCandidate, SlotKind } from '@baton/shared-types';
import type { ReadingWords } from '../words/qualification-words.js';
import { arbitrate } from './arbitrate.js';
import { readEmail } from './contact/read-email.js';
import { readPhone } from './contact/read-phone.js';
import { readDeclined } from './cues/read-declined.js';
import { readBudget } from './facts/read-budget.js';
import { readCountry } from './facts/read-country.js';
import { readCurrentTool } from './facts/read-current-tool.js';
import { readTeamSize } from './facts/read-team-size.js';
import { readTimeline } from './facts/read-timeline.js';
import { readUseCase } from './facts/read-use-case.js';
import { readIntents } from './intents/read-intents.js';
import { detectLanguage } from './language/detect-language.js';
import { latinText, originalQuote, originalValue } from './latin-text.js';
import { readCompany } from './people/read-company.js';
import { readName } from './people/read-name.js';
import { readRole } from './people/read-role.js';
import type { ReadCandidate, Reader, ReadingContext, Understanding } from './reading.js';
import { isTrueEvidence } from './spans.js';

const READERS: readonly Reader[] = [
  readEmail,
  readPhone,
  readName,
  readCompany,
  readRole,
  readTeamSize,
  readBudget,
  readTimeline,
  readUseCase,
  readCurrentTool,
];

/** What a seller, a spammer or a job seeker says about numbers and tools is not what they would buy. */
const OF_A_BUYER: ReadonlySet<SlotKind> = new Set(['team_size', 'budget', 'use_case', 'current_tool']);

/** Longer messages are read up to here: nobody types more, and every reader stays quick. In UTF-16 units. */
const READ_UP_TO = 4_000;

/** Reads everything that can be read from a turn without a model, and says why in `words`. Pure and deterministic. */
export function understandTurn(given: ReadingContext, words: ReadingWords): Understanding {
  const context = withLanguage(shortened(given));
  const plain = inLatin1(context);
  const understood = understandPlain(plain, words);
  if (plain === context) return understood;
  const original = (evidence: Evidence) => originalQuote(evidence, textOf(context, evidence));
  return {
    ...understood,
    candidates: understood.candidates
      .map((candidate) => ({
        ...candidate,
        value: originalValue(
          candidate.value,
          candidate.evidence.map((it) => ({ plain: it.quote, original: original(it).quote })),
        ),
        evidence: candidate.evidence.map(original),
      }))
      .filter((candidate) => hasTrueEvidence(context, candidate)),
    declined: understood.declined.map((it) => ({ ...it, evidence: it.evidence.map(original) })),
  };
}

function textOf({ messages }: ReadingContext, { messageId }: Evidence): string {
  return messages.find(({ id }) => id === messageId)?.text ?? '';
}

/** The turn as it is read; the same where nothing in it needs a stand-in. */
function inLatin1(context: ReadingContext): ReadingContext {
  const messages = context.messages.map((message) => {
    const text = latinText(message.text) ?? message.text;
    return text === message.text ? message : { ...message, text };
  });
  if (messages.every((message, index) => message === context.messages[index])) return context;
  const known = Object.fromEntries(
    Object.entries(context.known).map(([kind, value]) => [
      kind,
      typeof value === 'string' ? (latinText(value) ?? value) : value,
    ]),
  );
  return { ...context, messages, known };
}

function understandPlain(context: ReadingContext, words: ReadingWords): Understanding {
  // The country is read first: the digits of a phone number mean what they mean there.
  const countries = readCountry(context);
  const country = countries.at(-1)?.value ?? context.known.country;
  const placed: ReadingContext =
    country === undefined ? context : { ...context, known: { ...context.known, country } };
  const read = [...READERS.flatMap((reader) => reader(placed)), ...countries];
  const proven = arbitrate(
    read.filter((candidate) => hasTrueEvidence(context, candidate)),
    context.asked,
  ).map((candidate) => inWords(candidate, words));
  const declined = readDeclined(context, proven);
  const { intents, flags, urgency, sentiment, asksQuestion, wishes } = readIntents(context);
  const isNoBuyer =
    flags.spam || flags.jobSeeker || (intents.includes('partner_or_vendor') && !intents.includes('sales'));
  return {
    language: context.language,
    intents,
    flags,
    urgency,
    sentiment,
    asksQuestion,
    wishes,
    candidates: proven.filter(
      (candidate) =>
        !declined.some((it) => it.kind === candidate.kind) && !(isNoBuyer && OF_A_BUYER.has(candidate.kind)),
    ),
    declined,
  };
}

function inWords({ reason, ...candidate }: ReadCandidate, words: ReadingWords): SlotCandidate {
  return { ...candidate, reason: reason(words) };
}

function shortened(context: ReadingContext): ReadingContext {
  if (context.messages.every((message) => message.text.length <= READ_UP_TO)) return context;
  const messages = context.messages.map((message) => ({
    ...message,
    text: message.text.slice(0, READ_UP_TO),
  }));
  return { ...context, messages };
}

function withLanguage(context: ReadingContext): ReadingContext {
  const text = context.messages.map((message) => message.text).join('\n');
  return { ...context, language: detectLanguage(text, context.language) };
}

/** The span check: a value whose words do not stand where it says is dropped. */
function hasTrueEvidence(context: ReadingContext, candidate: Pick<ReadCandidate, 'evidence'>): boolean {
  return (
    candidate.evidence.length > 0 &&
    candidate.evidence.every((evidence) => isTrueEvidence(context.messages, evidence))
  );
}
