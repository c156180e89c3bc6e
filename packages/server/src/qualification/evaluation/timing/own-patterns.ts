import type { MessageId } from '@baton/shared-types';
import { maskContactDetails } from '../../../kernel/mask-contact-details.js';
import { findSpokenDigits, findWrittenDigits } from '../../core/understanding/contact/find-digits.js';
import { findEmails } from '../../core/understanding/contact/find-emails.js';
import { isCorrection, isDenied } from '../../core/understanding/cues/corrections.js';
import { belongsToSomebodyElse } from '../../core/understanding/cues/other-people.js';
import { findNumbers } from '../../core/understanding/facts/numbers/find-numbers.js';
import { findIntroductions } from '../../core/understanding/people/introductions.js';
import { findLegalNames } from '../../core/understanding/people/legal-forms.js';
import { splitSegments } from '../../core/understanding/people/segments.js';
import { readableText } from '../../core/understanding/text/readable-text.js';
import { splitClauses } from '../../core/understanding/text/split-clauses.js';

/** What our own patterns look for in text of any length, by the name of what is found. */
export const OWN_PATTERNS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['e-mail addresses', findEmails],
  ['written digits', findWrittenDigits],
  ['spoken digits', findSpokenDigits],
  ['numbers', (text) => findNumbers(shown(text), 'en')],
  ['introductions', findIntroductions],
  ['segments', splitSegments],
  ['clauses', (text) => splitClauses(shown(text))],
  ['legal names', findLegalNames],
  ['corrections', (text) => isCorrection(text, 8_000, 8_004)],
  ['denials', (text) => isDenied(text, 8_000, 8_004)],
  ['other people', (text) => belongsToSomebodyElse(text, 8_000, 8_004)],
  ['contact details to mask', maskContactDetails],
];

/** What readers of facts are shown of a text. */
function shown(text: string): string {
  return readableText({ id: 'msg_1' as MessageId, text });
}
