import type { Bundle, ConversationView, Playbook, VisitorId } from '@baton/shared-types';
import { contentHash } from '../../kernel/digest.js';
import { bundleSlots } from './bundle-slots.js';
import { openQuestions } from './open-questions.js';
import { findPromises } from './promises.js';
import { nextQuestions, suggestReply } from './suggestions.js';
import { summarize } from './summarize.js';

export interface BundleInput {
  readonly view: ConversationView;
  /** The log position at which the view stands. */
  readonly seq: number;
  readonly visitorId: VisitorId;
  readonly playbook: Playbook;
}

/** Everything the agent needs, folded from the log. Pure: the same log gives the same bytes and the same hash. */
export function buildBundle({ view, seq, visitorId, playbook }: BundleInput): Bundle {
  const { decision, conversationId, handoff } = view;
  const language = decision?.language ?? view.locale;
  const slots = bundleSlots(view, playbook);
  const claimed = { name: textOf(view, 'name'), email: textOf(view, 'email'), phone: textOf(view, 'phone') };
  const questions = openQuestions(view);
  const bundle: Omit<Bundle, 'hash'> = {
    schema: 'baton.bundle/1',
    conversationId,
    handoffId: handoff?.handoffId ?? null,
    reason: handoff?.reason ?? null,
    seq,
    language,
    visitor: {
      id: visitorId,
      label:
        claimed.name ?? claimed.email ?? textOf(view, 'company') ?? `Visitor ${conversationId.slice(-4)}`,
      claimed,
      verified: null,
    },
    page: view.page,
    intents: decision?.intents ?? [],
    urgency: decision?.urgency ?? 'normal',
    sentiment: decision?.sentiment ?? 'neutral',
    verdict: decision?.verdict ?? null,
    verdictBecause: decision?.verdictRule?.because ?? null,
    tier: decision?.tier ?? null,
    score: decision?.score ?? null,
    slots,
    completeness: { filled: slots.filter((slot) => slot.state === 'filled').length, total: slots.length },
    summary: summarize(view, slots),
    openQuestions: questions,
    promised: findPromises(view.messages),
    suggestedReply: suggestReply(slots, { language, reason: handoff?.reason ?? null, open: questions }),
    nextQuestions: nextQuestions(slots, playbook, { language, reason: handoff?.reason ?? null }),
    transcript: {
      conversationId,
      messages: view.messages.length,
      href: `/console/conversations/${conversationId}`,
    },
  };
  return { ...bundle, hash: contentHash(bundle) };
}

function textOf(view: ConversationView, key: string): string | null {
  const value = view.slots[key]?.current?.value;
  return typeof value === 'string' ? value : null;
}
