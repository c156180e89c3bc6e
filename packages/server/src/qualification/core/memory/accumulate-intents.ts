import { INTENTS, type Intent } from '@baton/shared-types';
import type { VisitorFlags } from '../understanding/reading.js';

/** Whoever wants one of these asks about the product for another reason than to buy it. */
const NOT_BUYING: readonly Intent[] = ['spam', 'job_seeker', 'partner_or_vendor'];

/**
 * Adds what a turn was after to what the conversation was after. Small talk counts only where there is nothing
 * else; questions that sounded like buying do not, once it is plain that the visitor is no buyer.
 */
export function accumulateIntents(
  held: readonly Intent[],
  incoming: readonly Intent[],
  flags: VisitorFlags,
): readonly Intent[] {
  const named = INTENTS.filter((intent) => held.includes(intent) || incoming.includes(intent));
  const noBuyer = flags.noBusinessUse || NOT_BUYING.some((intent) => named.includes(intent));
  const all = noBuyer ? named.filter((intent) => intent !== 'sales') : named;
  const serious = all.filter((intent) => intent !== 'small_talk');
  return serious.length > 0 ? serious : all;
}

/** A flag once raised stays. */
export function accumulateFlags(held: VisitorFlags, incoming: VisitorFlags): VisitorFlags {
  return {
    optOut: held.optOut || incoming.optOut,
    spam: held.spam || incoming.spam,
    abuse: held.abuse || incoming.abuse,
    jobSeeker: held.jobSeeker || incoming.jobSeeker,
    noBusinessUse: held.noBusinessUse || incoming.noBusinessUse,
    willNotBuy: held.willNotBuy || incoming.willNotBuy,
    businessNeed: held.businessNeed || incoming.businessNeed,
  };
}
