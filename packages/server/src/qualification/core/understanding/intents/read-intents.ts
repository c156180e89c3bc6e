import { INTENTS, type Intent, type SlotKind } from '@baton/shared-types';
import {
  ANGER,
  COMPLAINT,
  LODGES_COMPLAINT,
  OURS,
  REPORTS_TROUBLE,
  SOMEBODY_ELSES_FAULT,
} from '../cues/complaints.js';
import { CUSTOMER_ERRAND } from '../cues/customer-errands.js';
import { isRefusal } from '../cues/refusals.js';
import { SUPPORT } from '../cues/support.js';
import { readUseCase } from '../facts/read-use-case.js';
import type { ReadingContext, Understanding, VisitorFlags } from '../reading.js';
import { readableText } from '../text/readable-text.js';
import { splitClauses, splitSentences } from '../text/split-clauses.js';
import { asksForHuman } from './asks-for-human.js';
import {
  ASKS_ABOUT_PRODUCT,
  ASKS_COST,
  BUSINESS,
  BUYS,
  NO_BUSINESS_USE,
  ONLY_LOOKS,
  WILL_NOT_BUY,
} from './buying-cues.js';
import { ONLY_STOP, OPT_OUT } from './contact-cues.js';
import { ABUSE, CHATTER, JOB_SEEKER, PARTNER_OR_VENDOR, SMALL_TALK, SPAM } from './misuse-cues.js';
import { GLAD, QUESTION_START, UNHURRIED, URGENT, WISH } from './mood-cues.js';
import { ASKS_FOR_WORK, MASS_OFFER, NEEDS_A_TOOL, OFFERS_TO_US, PLEASANTRY } from './no-buyer-cues.js';

export type IntentReading = Pick<
  Understanding,
  'intents' | 'flags' | 'urgency' | 'sentiment' | 'asksQuestion' | 'wishes'
>;

/** Asked for these, "more than 120 won't do" tells of no trouble. */
const SAYS_HOW_MUCH: ReadonlySet<SlotKind | null> = new Set(['team_size', 'budget', 'timeline']);
/** Questions that are put only to somebody who may buy. */
const BUYER_QUESTIONS = new Set(['team_size', 'budget', 'timeline', 'use_case', 'current_tool']);
const ADDRESSES_US =
  /(?<![a-z])(?:you|your|yours|u|ur|ya|ihr|ihre[nmrs]?|sie|euch|euer|eure|vous|votre|vos|tu|usted|ustedes|su|sus|vosotros|vuestr[oa]s?|voi|vostr[oaie]|vi|voces|voce|seu|sua|vcs|vc|vosso|vossa|jullie|jij|uw|je)(?![a-z])/;

/** Reads what a turn is after, and whether its words disqualify or stop. */
export function readIntents(context: ReadingContext): IntentReading {
  const texts = context.messages.map((message) => readableText(message));
  const text = texts.join('\n');
  const flags = readFlags(context, text);
  const supports =
    ((SUPPORT.test(text) && !SAYS_HOW_MUCH.has(context.asked)) ||
      REPORTS_TROUBLE.test(text) ||
      CUSTOMER_ERRAND.test(text)) &&
    // Asked what they use today or would use it for, people tell of other vendors' faults.
    !(context.asked === 'use_case' || context.asked === 'current_tool' || flags.spam);
  const complains = context.asked !== 'use_case' && complainsOfUs(text, supports || !flags.businessNeed);
  const found: Record<Intent, boolean> = {
    sales: isAfterSales(context, text, flags, supports || complains),
    support: supports && !flags.jobSeeker,
    human_request: !flags.spam && texts.some((it) => asksForHuman(withoutGivenNumber(it, context.asked))),
    complaint: complains && !flags.spam,
    spam: flags.spam,
    opt_out: flags.optOut,
    job_seeker: flags.jobSeeker,
    partner_or_vendor: isPartner(text, flags),
    small_talk: false,
    abuse: flags.abuse,
  };
  const intents = INTENTS.filter((intent) => found[intent]);
  return {
    intents: intents.length === 0 && texts.some((it) => isSmallTalk(it)) ? ['small_talk'] : intents,
    flags,
    urgency: UNHURRIED.test(text) ? 'low' : URGENT.test(text) ? 'high' : 'normal',
    sentiment: complains || flags.abuse ? 'negative' : GLAD.test(text) ? 'positive' : 'neutral',
    asksQuestion: texts.some((it) => /\?/.test(it) || QUESTION_START.test(it)),
    wishes: WISH.test(text),
  };
}

function readFlags(context: ReadingContext, text: string): VisitorFlags {
  const spam = SPAM.test(text) || MASS_OFFER.test(text);
  const needs = readUseCase(context).some((it) => it.confidence >= 0.59);
  return {
    optOut: OPT_OUT.test(text) || text.split('\n').some((line) => ONLY_STOP.test(line)),
    spam,
    abuse: ABUSE.test(text),
    jobSeeker: JOB_SEEKER.test(text) || ASKS_FOR_WORK.test(text),
    noBusinessUse: NO_BUSINESS_USE.test(text),
    willNotBuy: WILL_NOT_BUY.test(text),
    businessNeed: !spam && (needs || BUSINESS.test(text)),
  };
}

function isAfterSales(
  context: ReadingContext,
  text: string,
  flags: VisitorFlags,
  supports: boolean,
): boolean {
  if (flags.spam || flags.jobSeeker || flags.noBusinessUse || isPartner(text, flags)) return false;
  if (BUYS.test(text) || ASKS_COST.test(text) || flags.willNotBuy)
    return !(
      supports &&
      !/seat|login|platz|licen|lizenz|zugang|price|preis|prix|precio|prezzo|preco|prijs|buy|more/.test(text)
    );
  if (supports) return false;
  if (flags.businessNeed) return true;
  if (context.asked !== null && BUYER_QUESTIONS.has(context.asked))
    return !asksForHuman(text) && !isRefusal(context.asked, text) && !ONLY_LOOKS.test(text);
  // "Do you have a number I can ring?" is about a person, not about the product.
  return (
    !flags.optOut &&
    sentencesOf(text).some((sentence) => ASKS_ABOUT_PRODUCT.test(sentence) && !asksForHuman(sentence))
  );
}

const GIVES_NUMBER =
  /(?:call|ring|phone|text|reach|contact) (?:me|us) (?:up )?(?:at|on|under|via)\s(?=[+(\d])/g;

/** "Call me at (312) 555-0147" answers the question for contact data; unasked, it asks for a call. */
function withoutGivenNumber(text: string, asked: SlotKind | null): string {
  return asked === 'email' || asked === 'phone' ? text.replace(GIVES_NUMBER, ' ') : text;
}

/** Anger at us, not at another vendor and not that of the visitor's customers. */
function complainsOfUs(text: string, isAboutUs: boolean): boolean {
  if (LODGES_COMPLAINT.test(text)) return true;
  if (!isAboutUs && !ADDRESSES_US.test(text)) return false;
  const clauses = splitClauses(text).map(({ start, end }) => text.slice(start, end));
  // One after the other over all clauses: the patterns are large, and to run them in turns takes far longer.
  return [COMPLAINT, ANGER].some((cue) =>
    clauses.some((clause) => cue.test(clause) && (!SOMEBODY_ELSES_FAULT.test(clause) || OURS.test(clause))),
  );
}

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function isPartner(text: string, flags: VisitorFlags): boolean {
  if (NEEDS_A_TOOL.test(text)) return false;
  return !flags.spam && !flags.jobSeeker && (PARTNER_OR_VENDOR.test(text) || OFFERS_TO_US.test(text));
}

function isSmallTalk(text: string): boolean {
  return (
    SMALL_TALK.test(text.trim().slice(0, 200)) ||
    CHATTER.test(text) ||
    PLEASANTRY.test(text) ||
    ONLY_LOOKS.test(text)
  );
}
