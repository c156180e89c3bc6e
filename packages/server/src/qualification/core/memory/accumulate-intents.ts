import { INTENTS, type Intent } from '@baton/shared-types';
import type { VisitorFlags } from '../understanding/reading.js';

/** Adds what a turn was after to what the conversation was after. Small talk counts only where there is nothing else. */
export function accumulateIntents(held: readonly Intent[], incoming: readonly Intent[]): readonly Intent[] {
  const all = INTENTS.filter((intent) => held.includes(intent) || incoming.includes(intent));
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
