import type {
  Bundle,
  ConversationView,
  DecisionRecord,
  Evidence,
  MessageId,
  SourcedSentence,
} from '@baton/shared-types';
import { describeOverride } from './describe-override.js';

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

/** Why something is as it is, from stored records alone. Null when there is nothing of that name. Pure. */
export function explain(view: ConversationView, bundle: Bundle, subject: Subject): Explanation | null {
  switch (subject.kind) {
    case 'slot':
      return explainSlot(view, bundle, subject.key);
    case 'score':
      return explainScore(bundle);
    case 'verdict':
      return explainVerdict(view, bundle);
    case 'route':
      return explainRoute(view);
    case 'reply':
      return explainReply(view, subject.messageId);
  }
}

function explainSlot(view: ConversationView, bundle: Bundle, key: string): Explanation | null {
  const slot = bundle.slots.find((each) => each.key === key);
  if (!slot) return null;
  const values = [...(slot.current ? [slot.current] : []), ...slot.rivals];
  const changes = view.overrides.filter(({ override }) => override.kind === 'slot' && override.key === key);
  return {
    sentences: [
      plain(`${slot.label} is ${slot.state.replace('_', ' ')}.`),
      ...values.map(({ display, reason, source, confidence, evidence }, index) => ({
        text: `${index === 0 ? 'Now' : 'Also said'}: ${display}, ${SOURCE[source]} with ${Math.round(confidence * 100)} % confidence: ${reason}${quoted(evidence)}`,
        messageIds: idsOf(evidence),
      })),
      ...changes.map(({ actor, override }) =>
        plain(
          `${actor.kind === 'agent' ? actor.name : actor.kind}: ${describeOverride(override)} Reason: ${override.reason}`,
        ),
      ),
    ],
    record: view.slots[key] ?? null,
  };
}

const SOURCE = {
  rules: 'read by the rules',
  model: 'read by the model and checked',
  agent: 'set by an agent',
  visitor: 'set by the visitor',
} as const satisfies Record<string, string>;

function explainScore({ score, tier }: Bundle): Explanation {
  if (!score) return { sentences: [plain('There is no score yet.')], record: null };
  return {
    sentences: [
      plain(`The score is ${score.value}${tier ? `, which is tier ${tier}` : ''}.`),
      ...score.reasons.map(({ rule, points, because, evidence }) => ({
        text: `${points} points by “${rule}”: ${because}${quoted(evidence)}`,
        messageIds: idsOf(evidence),
      })),
    ],
    record: score,
  };
}

function explainVerdict(view: ConversationView, { verdict, verdictBecause }: Bundle): Explanation {
  const { decision, overrides } = view;
  const last = overrides.findLast(({ override }) => override.kind === 'classification');
  const name = verdict?.replace('_', ' ') ?? 'none';
  return {
    sentences: [
      plain(
        `The verdict is ${name}${verdictBecause ? `: ${verdictBecause}` : '; no rule of the playbook applies.'}`,
      ),
      ...(decision
        ? [
            {
              text: `The rule${decision.verdictRule ? ` “${decision.verdictRule.id}”` : 's'} of playbook version ${decision.playbook.version} decided so after these messages.`,
              messageIds: decision.inputs.messageIds,
            },
          ]
        : []),
      ...(last ? [plain(describeOverride(last.override))] : []),
    ],
    record: last?.override ?? decision,
  };
}

function explainRoute({ handoff }: ConversationView): Explanation {
  const routing = handoff?.routing ?? null;
  const sentences = routing?.explanation ?? ['It has not been routed yet.'];
  return { sentences: sentences.map(plain), record: routing };
}

function explainReply(view: ConversationView, messageId: MessageId): Explanation | null {
  const message = view.messages.find((each) => each.messageId === messageId);
  if (!message) return null;
  if (message.actor.kind === 'agent')
    return { sentences: [plain(`${message.actor.name} wrote this.`)], record: null };
  const line = view.decisions.findLast((each) => each.seq < message.seq);
  if (!line || message.actor.kind === 'visitor')
    return { sentences: [plain('No decision stands behind this message.')], record: null };
  const { decision } = line;
  return {
    sentences: [
      { text: 'It answers these messages.', messageIds: decision.inputs.messageIds },
      plain(`The safety gate said ${decision.gate.outcome}: ${decision.gate.because}`),
      plain(stepOf(decision)),
      plain(
        message.origin === 'model'
          ? 'The model phrased it; the move was the rules’.'
          : 'The words are the playbook’s.',
      ),
      ...(message.citations.length > 0
        ? [plain(`It quotes ${message.citations.map(({ title }) => `“${title}”`).join(', ')}.`)]
        : []),
      ...(message.interrupted ? [plain('It was cut off.')] : []),
    ],
    record: decision,
  };
}

function stepOf({ plan, move, dropped }: DecisionRecord): string {
  const chosen = move ? `, and “${move.step}”${move.slot ? ` (${move.slot})` : ''} was said` : '';
  const left = dropped.length > 0 ? `; dropped: ${dropped.join(', ')}` : '';
  return `The plan was ${plan.join(', ') || 'to do nothing'}${chosen}${left}.`;
}

function plain(text: string): SourcedSentence {
  return { text, messageIds: [] };
}

function quoted(evidence: readonly Evidence[]): string {
  const words = evidence.map(({ quote }) => `“${quote}”`).join(', ');
  return words ? ` (${words})` : '';
}

function idsOf(evidence: readonly Evidence[]): readonly MessageId[] {
  return [...new Set(evidence.map(({ messageId }) => messageId))];
}
