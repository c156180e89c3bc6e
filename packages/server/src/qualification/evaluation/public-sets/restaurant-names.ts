import { z } from 'zod';
import { partOf } from '../part-of.js';
import type { Tally } from '../score-chats.js';
import { addTallies, countSpans, f1Measure } from './count-spans.js';
import type { PublicSet } from './public-set.js';
import { readOneMessage } from './read-one-message.js';

const SCHEMA = z.array(
  z.object({
    userInput: z.object({ text: z.string() }),
    context: z.object({ requestedSlots: z.array(z.string()).optional() }).optional(),
    labels: z
      .array(
        z.object({
          slot: z.string(),
          valueSpan: z.object({ startIndex: z.number().optional(), endIndex: z.number() }),
        }),
      )
      .optional(),
  }),
);

/** Persons' names in table bookings (RESTAURANTS-8K); the question for a name is passed on where one was asked. */
export const RESTAURANT_NAMES: PublicSet = {
  name: 'restaurant8k',
  file: 'restaurant8k/train.json',
  measure(content) {
    const parts: Record<'tuned' | 'held-out', Tally[]> = { tuned: [], 'held-out': [] };
    for (const { userInput, context, labels = [] } of SCHEMA.parse(JSON.parse(content))) {
      const { text } = userInput;
      const asked = context?.requestedSlots?.some((slot) => NAME_SLOTS.has(slot)) ? 'name' : null;
      const spans = labels
        .filter(({ slot }) => NAME_SLOTS.has(slot))
        .map(({ valueSpan }): Span => [valueSpan.startIndex ?? 0, valueSpan.endIndex]);
      const found = readOneMessage(text, asked).candidates.flatMap(({ kind, value }) =>
        kind === 'name' && typeof value === 'string' ? [value.toLowerCase()] : [],
      );
      parts[partOf(text)].push(countSpans(found, joinNames(text, spans)));
    }
    return (['tuned', 'held-out'] as const).map((part) =>
      f1Measure(`person, ${part} part`, [addTallies(parts[part])]),
    );
  },
};

type Span = readonly [start: number, end: number];

const NAME_SLOTS: ReadonlySet<string> = new Set(['first_name', 'last_name']);

/** First and last name are labelled apart; side by side they are one person's. */
function joinNames(text: string, spans: readonly Span[]): readonly string[] {
  const joined: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last[1], start).trim().length <= 1) last[1] = end;
    else joined.push([start, end]);
  }
  return joined.map(([start, end]) => text.slice(start, end).trim().toLowerCase());
}
