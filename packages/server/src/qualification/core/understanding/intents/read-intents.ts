import { INTENTS, type Intent } from '@baton/shared-types';
import { readUseCase } from '../facts/read-use-case.js';
import { readableText } from '../facts/text/readable-text.js';
import type { ReadingContext, Understanding, VisitorFlags } from '../reading.js';
import {
  ASKS_ABOUT_PRODUCT,
  ASKS_COST,
  BUSINESS,
  BUYS,
  NO_BUSINESS_USE,
  WILL_NOT_BUY,
} from './buying-cues.js';
import {
  COMPLAINT,
  ONLY_HUMAN,
  ONLY_STOP,
  OPT_OUT,
  SUPPORT,
  WANTS_HUMAN,
  WANTS_HUMAN_ELSEWHERE,
  WANTS_NO_HUMAN,
} from './contact-cues.js';
import { ABUSE, CHATTER, JOB_SEEKER, PARTNER_OR_VENDOR, SMALL_TALK, SPAM } from './misuse-cues.js';
import { GLAD, QUESTION_START, UNHURRIED, URGENT, WISH } from './mood-cues.js';

export type IntentReading = Pick<
  Understanding,
  'intents' | 'flags' | 'urgency' | 'sentiment' | 'asksQuestion' | 'wishes'
>;

/** Questions that are put only to somebody who may buy. */
const BUYER_QUESTIONS = new Set(['team_size', 'budget', 'timeline', 'use_case', 'current_tool']);
const ADDRESSES_US =
  /(?<![a-z])(?:you|your|yours|u|ur|ya|ihr|ihre[nmrs]?|sie|euch|euer|eure|vous|votre|vos|tu|usted|ustedes|su|sus|vosotros|vuestr[oa]s?|voi|vostr[oaie]|vi|voces|voce|seu|sua|vcs|vc|vosso|vossa|jullie|jij|uw|je)(?![a-z])/;
const MACHINE_AFTER =
  /^.{0,24}(?:bot|robot|machine|chatbot|computer|roboter|maschine|maquina|macchina|robo)(?![a-z])/;

/** Reads what a turn is after, and whether its words disqualify or stop. */
export function readIntents(context: ReadingContext): IntentReading {
  const texts = context.messages.map((message) => readableText(message));
  const text = texts.join('\n');
  const flags = readFlags(context, text);
  const complains =
    COMPLAINT.test(text) &&
    (SUPPORT.test(text) || ADDRESSES_US.test(text) || !flags.businessNeed) &&
    context.asked !== 'use_case';
  const supports = SUPPORT.test(text) && !(context.asked === 'use_case' || flags.spam);
  const found: Record<Intent, boolean> = {
    sales: isAfterSales(context, text, flags, supports || complains),
    support: supports && !flags.jobSeeker,
    human_request: !flags.spam && texts.some((it) => asksForHuman(it)),
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
  const spam = SPAM.test(text);
  const needs = readUseCase(context).some((it) => it.confidence >= 0.59);
  return {
    optOut: OPT_OUT.test(text) || text.split('\n').some((line) => ONLY_STOP.test(line)),
    spam,
    abuse: ABUSE.test(text),
    jobSeeker: JOB_SEEKER.test(text),
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
      supports && !/seat|platz|licen|lizenz|price|preis|prix|precio|prezzo|preco|prijs|buy|more/.test(text)
    );
  if (supports) return false;
  if (flags.businessNeed) return true;
  if (context.asked !== null && BUYER_QUESTIONS.has(context.asked)) return !asksForHuman(text);
  return ASKS_ABOUT_PRODUCT.test(text) && !flags.optOut;
}

function isPartner(text: string, flags: VisitorFlags): boolean {
  return !flags.spam && !flags.jobSeeker && PARTNER_OR_VENDOR.test(text);
}

function asksForHuman(text: string): boolean {
  if (ONLY_HUMAN.test(text.trim())) return true;
  const refuses = WANTS_NO_HUMAN.exec(text);
  // "I don't want to talk to a bot" refuses the machine.
  if (refuses !== null) return MACHINE_AFTER.test(text.slice(refuses.index + refuses[0].length));
  return WANTS_HUMAN.test(text) || WANTS_HUMAN_ELSEWHERE.test(text);
}

function isSmallTalk(text: string): boolean {
  return SMALL_TALK.test(text.trim().slice(0, 200)) || CHATTER.test(text);
}
