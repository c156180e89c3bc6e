import type { MessageId } from '@baton/shared-types';
import type { ReadingContext } from '../../core/understanding/reading.js';
import { understandTurn } from '../../core/understanding/understand.js';
import { englishWords } from '../../core/words/english-words.js';
import type { GoldenChat } from '../golden-chat.js';
import { NOW } from '../play-chat.js';
import { measurePatterns } from './measure-patterns.js';

/** The longest message that the server accepts, in UTF-16 units. */
const MESSAGE_LIMIT = 4_000;
/** So many that a stall of the machine or the compiling of a pattern is one of many, and not the hundredth part by itself. */
const LONG_MESSAGES = 600;
/** Each of them is read so often. The best reading of a message is the message's, the others are the machine's too. */
const PASSES = 3;
/** Read first and not counted: until then V8 compiles what a server compiles once. */
const WARM_UP = 100;

/** How long understanding takes: the turns of the chats, messages at the limit, and hostile text of 16 KB. */
export function timingReport(timesMs: readonly number[], chats: readonly GoldenChat[]): string {
  const [slowest] = measurePatterns();
  const lines = chats
    .flatMap(({ turns }) => turns.filter(({ from }) => from === 'visitor'))
    .map(({ text }) => text);
  const plain = lines.filter(isLatin1);
  return [
    `understanding a turn: ${percentiles(timesMs)} (${timesMs.length} turns)`,
    `at the limit of ${MESSAGE_LIMIT} characters, ${LONG_MESSAGES} messages of the ${plain.length} lines in Latin-1:`,
    ...describe(readAtLimit(plain)),
    `the same of all ${lines.length} lines, most with a sign beyond it:`,
    ...describe(readAtLimit(lines)),
    slowest === undefined
      ? ''
      : `own patterns on 16 KB of anything: at most ${slowest.ms.toFixed(1)} ms (${slowest.pattern} on ${JSON.stringify(slowest.text)})`,
  ].join('\n');
}

/**
 * Text with a single sign beyond Latin-1 takes two bytes a character in memory, and every pattern that runs over it a
 * quarter longer.
 */
function isLatin1(line: string): boolean {
  return /^[\0-\xff]*$/.test(line);
}

/** Milliseconds, one number a message; and what a loop that always does the same took beside them. */
interface Readings {
  readonly first: readonly number[];
  readonly best: readonly number[];
  readonly loop: readonly number[];
}

function describe({ first, best, loop }: Readings): readonly string[] {
  return [
    `  read once:              ${percentiles(first)}`,
    `  the best of ${PASSES} readings: ${percentiles(best)}`,
    `  a loop beside it:       ${percentiles(loop)}`,
  ];
}

/** The lines one after the other, cut into messages of the greatest length. */
function readAtLimit(lines: readonly string[]): Readings {
  const all = lines.join(' ');
  if (all === '') return { first: [], best: [], loop: [] };
  const text = all.repeat(Math.ceil(((WARM_UP + LONG_MESSAGES) * 400 + MESSAGE_LIMIT) / all.length));
  const pieces = Array.from({ length: WARM_UP + LONG_MESSAGES }, (_, index) =>
    text.slice(index * 400, index * 400 + MESSAGE_LIMIT),
  );
  for (const piece of pieces.slice(0, WARM_UP)) timeToRead(piece);
  const loop: number[] = [];
  const passes = Array.from({ length: PASSES }, () =>
    pieces.slice(WARM_UP).map((piece) => {
      loop.push(timeOfLoop());
      return timeToRead(piece);
    }),
  );
  const [first = []] = passes;
  const best = first.map((_, at) =>
    Math.min(...passes.map((times) => times[at] ?? Number.POSITIVE_INFINITY)),
  );
  return { first, best, loop };
}

function timeToRead(piece: string): number {
  // As it comes from the wire: a piece cut from a text is kept as that text is.
  const text: string = JSON.parse(JSON.stringify(piece));
  const startedAt = performance.now();
  const context: ReadingContext = {
    messages: [{ id: 'msg_1' as MessageId, text }],
    asked: null,
    lastAssistantText: null,
    now: NOW,
    timeZone: 'Europe/Berlin',
    language: 'en',
    known: {},
  };
  understandTurn(context, englishWords.readings);
  return performance.now() - startedAt;
}

/** Nothing but arithmetic: where this varies, the machine does. */
function timeOfLoop(): number {
  const startedAt = performance.now();
  let sum = 0;
  for (let step = 0; step < 1_000_000; step += 1) sum = (Math.imul(sum, 31) + step) | 0;
  const ms = performance.now() - startedAt;
  return sum === 0 ? 0 : ms;
}

function percentiles(timesMs: readonly number[]): string {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
