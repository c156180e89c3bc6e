import { SLOT_KINDS, type SlotKind } from '@baton/shared-types';
import type { ChatLabels, GoldenChat, Quote } from './golden-chat.js';
import { matchSlot } from './match-slot.js';

/** Right, invented and missed. */
export interface Tally {
  readonly right: number;
  readonly invented: number;
  readonly missed: number;
}

export interface Rate {
  readonly right: number;
  readonly of: number;
}

export interface Miss {
  readonly chat: string;
  readonly what: string;
  readonly expected: unknown;
  readonly predicted: unknown;
}

export interface Scores {
  readonly chats: number;
  readonly slots: Readonly<Record<SlotKind, Tally>>;
  readonly allSlots: Tally;
  /** Without `use_case`, whose words are a matter of taste. */
  readonly factSlots: Tally;
  readonly declined: Tally;
  readonly conflicted: Tally;
  readonly corrected: Tally;
  readonly intents: Tally;
  readonly verdict: Rate;
  readonly handoff: Rate;
  /** Quotes that do not stand in the turn they name. Must be 0. */
  readonly falseEvidence: number;
  readonly misses: readonly Miss[];
}

export interface PlayedChat {
  readonly chat: GoldenChat;
  readonly predicted: ChatLabels;
}

const NONE: Tally = { right: 0, invented: 0, missed: 0 };

/** Compares what was held at the end of each chat with its labels. */
export function scoreChats(played: readonly PlayedChat[]): Scores {
  const slots = Object.fromEntries(
    SLOT_KINDS.map((kind) => [kind, sum(played.map((it) => tallySlot(kind, it)))]),
  ) as Record<SlotKind, Tally>;
  const tally = (list: (labels: ChatLabels) => readonly string[]) =>
    sum(played.map(({ chat, predicted }) => tallyLists(list(predicted), list(chat.gold))));
  const rate = (of: (labels: ChatLabels) => unknown): Rate => ({
    right: played.filter(({ chat, predicted }) => of(chat.gold) === of(predicted)).length,
    of: played.length,
  });
  return {
    chats: played.length,
    slots,
    allSlots: sum(SLOT_KINDS.map((kind) => slots[kind])),
    factSlots: sum(SLOT_KINDS.filter((kind) => kind !== 'use_case').map((kind) => slots[kind])),
    declined: tally((labels) => labels.declined),
    conflicted: tally((labels) => labels.conflicted),
    corrected: tally((labels) => labels.corrected),
    intents: tally((labels) => labels.intents),
    verdict: rate((labels) => labels.verdict),
    handoff: rate((labels) => labels.handoff),
    falseEvidence: played.reduce((count, it) => count + falseQuotes(it).length, 0),
    misses: played.flatMap(missesOf),
  };
}

/** Harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found. */
export function f1Of({ right, invented, missed }: Tally): number {
  const total = 2 * right + invented + missed;
  return total === 0 ? 1 : (2 * right) / total;
}

export function precisionOf({ right, invented }: Tally): number {
  return right + invented === 0 ? 1 : right / (right + invented);
}

export function recallOf({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

/** A wrong value counts twice: one invented, one missed. */
function tallySlot(kind: SlotKind, { chat, predicted }: PlayedChat): Tally {
  const gold = chat.gold.slots[kind];
  const guess = predicted.slots[kind];
  if (gold === undefined) return guess === undefined ? NONE : { ...NONE, invented: 1 };
  if (guess === undefined) return { ...NONE, missed: 1 };
  return matchSlot(kind, guess.value, gold) ? { ...NONE, right: 1 } : { right: 0, invented: 1, missed: 1 };
}

function tallyLists(predicted: readonly string[], gold: readonly string[]): Tally {
  const right = predicted.filter((item) => gold.includes(item)).length;
  return { right, invented: predicted.length - right, missed: gold.length - right };
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      right: a.right + b.right,
      invented: a.invented + b.invented,
      missed: a.missed + b.missed,
    }),
    NONE,
  );
}

function falseQuotes({ chat, predicted }: PlayedChat): readonly Quote[] {
  const quotes = Object.values(predicted.slots).flatMap((slot) => slot.evidence);
  return quotes.filter(({ n, quote }) => {
    const turn = chat.turns.find((it) => it.n === n && it.from === 'visitor');
    return quote.trim() === '' || turn === undefined || !turn.text.includes(quote);
  });
}

function missesOf(played: PlayedChat): readonly Miss[] {
  const { chat, predicted } = played;
  const misses: Miss[] = [];
  const note = (what: string, expected: unknown, got: unknown) =>
    misses.push({ chat: chat.id, what, expected, predicted: got });
  for (const kind of SLOT_KINDS) {
    const tally = tallySlot(kind, played);
    if (tally.invented + tally.missed > 0) {
      note(kind, chat.gold.slots[kind]?.value ?? null, predicted.slots[kind]?.value ?? null);
    }
  }
  for (const list of ['declined', 'conflicted', 'corrected', 'intents'] as const) {
    const tally = tallyLists(predicted[list], chat.gold[list]);
    if (tally.invented + tally.missed > 0) note(list, chat.gold[list], predicted[list]);
  }
  for (const field of ['verdict', 'handoff'] as const) {
    if (predicted[field] !== chat.gold[field]) note(field, chat.gold[field], predicted[field]);
  }
  for (const quote of falseQuotes(played)) note('false evidence', null, quote);
  return misses;
}
