import type {
  Bundle,
  ConversationView,
  DecisionRecord,
  Evidence,
  MessageId,
  SourcedSentence,
} from '@baton/shared-types';
import { describeOverride } from './describe-override.js';
import { nameOf } from './name-of.js';
import type { Desk, HandoffWords } from './words/desk.js';

/** What somebody may ask "why?" about. */
export type Subject =
  | { readonly kind: 'slot'; readonly key: string }
  | { readonly kind: 'score' | 'verdict' | 'route' }
  | { readonly kind: 'reply'; readonly messageId: MessageId };

export interface Explanation {
  /** Sentences for people; those that stand on messages name them. */
  readonly sentences: readonly SourcedSentence[];
  /** The stored record behind them, as it is. */
  readonly record: unknown;
}

/** A conversation with its bundle, and who asks about it. */
export interface Explained {
  readonly view: ConversationView;
  readonly bundle: Bundle;
  readonly desk: Desk;
}

/** Why something is as it is, from stored records alone. Null when there is nothing of that name. Pure. */
export function explain({ view, bundle, desk }: Explained, subject: Subject): Explanation | null {
  switch (subject.kind) {
    case 'slot':
      return explainSlot({ view, bundle, desk }, subject.key);
    case 'score':
      return explainScore(bundle, desk.words.why);
    case 'verdict':
      return explainVerdict({ view, bundle, desk });
    case 'route':
      return explainRoute(view, desk.words.why);
    case 'reply':
      return explainReply(view, subject.messageId, desk);
  }
}

function explainSlot({ view, bundle, desk }: Explained, key: string): Explanation | null {
  const { why, actors } = desk.words;
  const slot = bundle.slots.find((each) => each.key === key);
  if (!slot) return null;
  const values = [...(slot.current ? [slot.current] : []), ...slot.rivals];
  const changes = view.overrides.filter(({ override }) => override.kind === 'slot' && override.key === key);
  return {
    sentences: [
      plain(why.slot(slot.label, slot.state)),
      ...values.map(({ display, reason, source, confidence, evidence }, index) => ({
        text: why.value({
          isCurrent: index === 0,
          display,
          source,
          percent: Math.round(confidence * 100),
          reason,
          proof: quoted(evidence, why),
        }),
        messageIds: idsOf(evidence),
      })),
      ...changes.map(({ actor, override }) =>
        plain(why.changed(nameOf(actor, actors), describeOverride(override, desk), override.reason)),
      ),
    ],
    record: view.slots[key] ?? null,
  };
}

type Why = HandoffWords['why'];

function explainScore({ score, tier }: Bundle, why: Why): Explanation {
  if (!score) return { sentences: [plain(why.noScore)], record: null };
  return {
    sentences: [
      plain(why.score(score.value, tier)),
      ...score.reasons.map(({ rule, points, because, evidence }) => ({
        text: `${why.points(points, rule, because)}${quoted(evidence, why)}`,
        messageIds: idsOf(evidence),
      })),
    ],
    record: score,
  };
}

function explainVerdict({ view, bundle, desk }: Explained): Explanation {
  const { decision, overrides } = view;
  const { why } = desk.words;
  const last = overrides.findLast(({ override }) => override.kind === 'classification');
  return {
    sentences: [
      plain(why.verdict(bundle.verdict, bundle.verdictBecause)),
      ...(decision
        ? [
            {
              text: why.decidedBy(decision.verdictRule?.id ?? null, decision.playbook.version),
              messageIds: decision.inputs.messageIds,
            },
          ]
        : []),
      ...(last ? [plain(describeOverride(last.override, desk))] : []),
    ],
    record: last?.override ?? decision,
  };
}

function explainRoute({ handoff }: ConversationView, why: Why): Explanation {
  const routing = handoff?.routing ?? null;
  const sentences = routing?.explanation ?? [why.notRouted];
  return { sentences: sentences.map(plain), record: routing };
}

function explainReply(view: ConversationView, messageId: MessageId, desk: Desk): Explanation | null {
  const { why } = desk.words;
  const message = view.messages.find((each) => each.messageId === messageId);
  if (!message) return null;
  if (message.actor.kind === 'agent')
    return { sentences: [plain(why.wrote(message.actor.name))], record: null };
  const line = view.decisions.findLast((each) => each.seq < message.seq);
  if (!line || message.actor.kind === 'visitor') return { sentences: [plain(why.noDecision)], record: null };
  const { decision } = line;
  return {
    sentences: [
      { text: why.answers, messageIds: decision.inputs.messageIds },
      plain(why.gate(decision.gate.outcome, decision.gate.because)),
      plain(planOf(decision, desk)),
      plain(message.origin === 'model' ? why.byModel : why.byPlaybook),
      ...(message.citations.length > 0
        ? [plain(why.cites(message.citations.map(({ title }) => title)))]
        : []),
      ...(message.interrupted ? [plain(why.cutOff)] : []),
    ],
    record: decision,
  };
}

function planOf({ plan, move, dropped }: DecisionRecord, { words, slotOf }: Desk): string {
  const said = move && { step: move.step, slot: move.slot === null ? null : slotOf(move.slot) };
  return words.why.plan({ plan, said, dropped });
}

function plain(text: string): SourcedSentence {
  return { text, messageIds: [] };
}

function quoted(evidence: readonly Evidence[], why: Why): string {
  const words = evidence.map(({ quote }) => why.quoted(quote)).join(', ');
  return words ? ` (${words})` : '';
}

function idsOf(evidence: readonly Evidence[]): readonly MessageId[] {
  return [...new Set(evidence.map(({ messageId }) => messageId))];
}
