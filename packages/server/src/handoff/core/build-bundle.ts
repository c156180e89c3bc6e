import {
  applyEvent,
  type Bundle,
  type ConversationId,
  type ConversationView,
  emptyView,
  type LogEvent,
  type Playbook,
  type VisitorId,
} from '@baton/shared-types';
import { contentHash } from '../../kernel/digest.js';
import { bundleSlots } from './bundle-slots.js';
import { citedDocuments } from './cited-documents.js';
import { findGaps, measureCompleteness } from './completeness.js';
import { listCorrections } from './describe-override.js';
import { readCampaign, readJourney } from './journey.js';
import { nameOf } from './name-of.js';
import { findObjections } from './objections.js';
import { openQuestions } from './open-questions.js';
import { findPromises } from './promises.js';
import { sentFiles } from './sent-files.js';
import { nextQuestions, suggestReply } from './suggestions.js';
import { summarize } from './summarize.js';
import { tellTimeline } from './timeline.js';
import { traceScore } from './trace-score.js';
import type { Desk, HandoffWords } from './words/desk.js';

export interface BundleInput {
  readonly conversationId: ConversationId;
  /** The log from its first event to the position at which the bundle stands. */
  readonly log: readonly LogEvent[];
  readonly visitorId: VisitorId;
  readonly playbook: Playbook;
  readonly identity: { readonly version: number; readonly hash: string };
  /** Who it is written for. */
  readonly desk: Desk;
}

/** Everything the agent needs, folded from the log. Pure: the same log gives the same bytes and the same hash. */
export function buildBundle(input: BundleInput): Bundle {
  const { conversationId, log, visitorId, playbook, identity, desk } = input;
  const { words } = desk;
  const view = log.reduce(applyEvent, emptyView(conversationId));
  const { decision, handoff, reclassified } = view;
  const language = decision?.language ?? view.locale;
  const slots = bundleSlots(view, playbook, desk);
  const claimed = { name: textOf(view, 'name'), email: textOf(view, 'email'), phone: textOf(view, 'phone') };
  const questions = openQuestions(view);
  const bundle: Omit<Bundle, 'hash'> = {
    schema: 'baton.bundle/1',
    conversationId,
    handoffId: handoff?.handoffId ?? null,
    reason: handoff?.reason ?? null,
    seq: log.at(-1)?.seq ?? 0,
    playbook: { version: identity.version, hash: identity.hash },
    language,
    visitor: {
      id: visitorId,
      label:
        view.verified?.name ??
        view.verified?.email ??
        claimed.name ??
        claimed.email ??
        textOf(view, 'company') ??
        words.visitor(conversationId.slice(-4)),
      claimed,
      verified: view.verified ?? null,
    },
    page: view.page,
    journey: readJourney(log),
    campaign: readCampaign(view),
    intents: reclassified?.intents ?? decision?.intents ?? [],
    urgency: decision?.urgency ?? 'normal',
    sentiment: decision?.sentiment ?? 'neutral',
    verdict: reclassified ? reclassified.verdict : (decision?.verdict ?? null),
    verdictBecause: whyVerdict(view, words),
    tier: reclassified ? reclassified.tier : (decision?.tier ?? null),
    score: decision ? traceScore(view, decision.score) : null,
    route: routeOf(view),
    slots,
    completeness: measureCompleteness(slots),
    gaps: findGaps(slots, playbook, words.gaps),
    summary: summarize(view, slots, words.summary),
    timeline: tellTimeline(log, view.timeZone, desk),
    openQuestions: questions,
    objections: findObjections(view.messages),
    promised: findPromises(view.messages),
    cited: citedDocuments(view),
    ...sentFiles(view),
    notes: view.notes.map(({ seq, actor, text }) => ({ seq, by: nameOf(actor, words.actors), text })),
    corrections: listCorrections(view, desk),
    disposition: view.disposition,
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

function whyVerdict({ overrides, decision }: ConversationView, words: HandoffWords): string | null {
  const last = overrides.findLast(({ override }) => override.kind === 'classification');
  if (!last) return decision?.verdictRule?.because ?? null;
  return words.overrides.decided(nameOf(last.actor, words.actors), last.override.reason);
}

function routeOf({ handoff }: ConversationView): Bundle['route'] {
  if (!handoff?.routing) return null;
  const { rule, destination } = handoff.routing;
  const { team, priority } = destination;
  return { rule: rule.id, because: rule.because, team, priority };
}

function textOf(view: ConversationView, key: string): string | null {
  const value = view.slots[key]?.current?.value;
  return typeof value === 'string' ? value : null;
}
