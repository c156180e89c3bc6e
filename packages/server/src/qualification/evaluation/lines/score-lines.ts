import type { MessageId, SlotKind } from '@baton/shared-types';
import { understandTurn } from '../../core/understanding/understand.js';
import { englishWords } from '../../core/words/english-words.js';
import type { LabelledSlot } from '../golden-chat.js';
import { matchSlot } from '../match-slot.js';
import { NOW } from '../play-chat.js';
import type { LabelledLine, LineFile } from './labelled-line.js';

export interface LineScores {
  readonly lines: number;
  /** Facts that are labelled, and those of them that were read as labelled. */
  readonly facts: number;
  readonly right: number;
  /** Slots that were read although they are labelled as not to be. */
  readonly decoysTaken: number;
  readonly intents: number;
  readonly intentsSeen: number;
  /** A line each, in words. */
  readonly misses: readonly string[];
}

/** Reads each line by itself, as the answer to its question. */
export function scoreLines(lines: readonly LabelledLine[]): LineScores {
  const each = lines.map(scoreLine);
  const sum = (field: Exclude<keyof LineScores, 'misses'>) =>
    each.reduce((total, scores) => total + scores[field], 0);
  return {
    lines: sum('lines'),
    facts: sum('facts'),
    right: sum('right'),
    decoysTaken: sum('decoysTaken'),
    intents: sum('intents'),
    intentsSeen: sum('intentsSeen'),
    misses: each.flatMap(({ misses }) => misses),
  };
}

function scoreLine({ id, language, asked, text, expect, not, intents }: LabelledLine): LineScores {
  const read = understandTurn(
    {
      messages: [{ id: 'msg_1' as MessageId, text }],
      asked,
      lastAssistantText: null,
      now: NOW,
      timeZone: 'Europe/Berlin',
      language,
      known: {},
    },
    englishWords.readings,
  );
  const held = new Map<SlotKind, unknown>(read.candidates.map(({ kind, value }) => [kind, value]));
  const labelled = Object.entries(expect) as [SlotKind, LabelledSlot['value']][];
  const wrong = labelled.filter(
    ([kind, value]) => !held.has(kind) || !matchSlot(kind, held.get(kind), { value, evidence: [] }),
  );
  const taken = not.filter((kind) => held.has(kind) && !(kind in expect));
  const unseen = intents.filter((intent) => !read.intents.includes(intent));
  const told = (kind: SlotKind) => JSON.stringify(held.get(kind) ?? null);
  return {
    lines: 1,
    facts: labelled.length,
    right: labelled.length - wrong.length,
    decoysTaken: taken.length,
    intents: intents.length,
    intentsSeen: intents.length - unseen.length,
    misses: [
      ...wrong.map(([kind, value]) => `${id} ${kind}: expected ${JSON.stringify(value)}, got ${told(kind)}`),
      ...taken.map((kind) => `${id} ${kind}: expected nothing, got ${told(kind)}`),
      ...unseen.map((intent) => `${id} intents: ${intent} is missing`),
    ],
  };
}

export function linesReport(files: readonly LineFile[], verbose: boolean): string {
  const scored = files.map(({ name, lines }) => ({ name, scores: scoreLines(lines) }));
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? `${cell}`.padEnd(22) : `${cell}`.padStart(14))).join('');
  return [
    row(['single lines', 'lines', 'facts right', 'of', 'decoys taken', 'intents seen', 'of']),
    ...scored.map(({ name, scores: it }) =>
      row([name, it.lines, it.right, it.facts, it.decoysTaken, it.intentsSeen, it.intents]),
    ),
    ...(verbose ? scored.flatMap(({ scores }) => scores.misses) : []),
  ].join('\n');
}
