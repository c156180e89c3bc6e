import type { Intent, SlotKind, VisitorFlag } from '@baton/shared-types';
import type { GoldenChat, GoldenTurn } from '../src/qualification/evaluation/golden-chat.js';
import type { Dictated } from './dictated-reading.js';

/** Intents that close a matter: dictated with the last line. Everything else is said at the start. */
const LATE: readonly Intent[] = ['human_request', 'complaint', 'opt_out', 'abuse'];

const FLAG_OF: { readonly [I in Intent]?: VisitorFlag } = {
  opt_out: 'optOut',
  spam: 'spam',
  abuse: 'abuse',
  job_seeker: 'jobSeeker',
};

export interface GoldTurn {
  /** The visitor's lines of this turn, in order. */
  readonly lines: readonly string[];
  readonly reading: Dictated;
}

/**
 * A golden chat's visitor turns, each read as its labels say. What is decided then depends on the labels, the
 * playbook and the deciding code, and not on how well the readers read today.
 */
export function goldTurns(chat: GoldenChat): readonly GoldTurn[] {
  const groups = visitorGroups(chat.turns);
  return groups.map(({ turns, asked }, index) => {
    const isLast = index === groups.length - 1;
    const holds = (n: number) => turns.some((turn) => turn.n === n);
    const intents = chat.gold.intents.filter((intent) => (LATE.includes(intent) ? isLast : index === 0));
    const values = Object.entries(chat.gold.slots)
      .filter(([, slot]) => holds(Math.max(...slot.evidence.map(({ n }) => n))))
      .map(([kind, slot]) => [kind, slot.value]);
    const declined = chat.gold.declined.filter((kind) => (wasAsked(groups, kind) ? asked === kind : isLast));
    return {
      lines: turns.map((turn) => turn.text),
      reading: {
        intents,
        flags: flagsOf(chat, intents),
        values: Object.fromEntries(values),
        declined,
        asksQuestion: turns.some((turn) => turn.text.includes('?')),
      },
    };
  });
}

interface VisitorGroup {
  readonly turns: readonly GoldenTurn[];
  /** What the line of the assistant before asks for. */
  readonly asked: SlotKind | null;
}

function visitorGroups(turns: readonly GoldenTurn[]): readonly VisitorGroup[] {
  const groups: { turns: GoldenTurn[]; asked: SlotKind | null }[] = [];
  let asked: SlotKind | null = null;
  let isOpen = false;
  for (const turn of turns) {
    if (turn.from === 'assistant') {
      asked = turn.asks;
      isOpen = false;
    } else if (isOpen) {
      groups.at(-1)?.turns.push(turn);
    } else {
      groups.push({ turns: [turn], asked });
      isOpen = true;
    }
  }
  return groups;
}

function wasAsked(groups: readonly VisitorGroup[], kind: SlotKind): boolean {
  return groups.some((group) => group.asked === kind);
}

/** What the labels say only by the verdict is dictated as the flag that leads to it. */
function flagsOf({ gold }: GoldenChat, intents: readonly Intent[]): NonNullable<Dictated['flags']> {
  const plain = intents.flatMap((intent) => FLAG_OF[intent] ?? []);
  const unexplained = gold.verdict === 'disqualified' && !gold.intents.some((intent) => FLAG_OF[intent]);
  const needs = gold.verdict === 'needs_review' && !gold.intents.includes('sales');
  return {
    ...Object.fromEntries(plain.map((flag) => [flag, true])),
    ...(unexplained ? { noBusinessUse: true } : {}),
    ...(needs ? { businessNeed: true } : {}),
  };
}
