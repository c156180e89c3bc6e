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
const LONG_MESSAGES = 1_000;
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
    `at the limit of ${MESSAGE_LIMIT} characters: ${percentiles(timesAtLimit(plain))} (${LONG_MESSAGES} messages of the ${plain.length} lines in Latin-1)`,
    `the same with a sign beyond it: ${percentiles(timesAtLimit(lines))} (${LONG_MESSAGES} messages of all ${lines.length} lines)`,
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

/** The lines one after the other, cut into messages of the greatest length. */
function timesAtLimit(lines: readonly string[]): readonly number[] {
  const all = lines.join(' ');
  if (all === '') return [];
  const text = all.repeat(Math.ceil(((WARM_UP + LONG_MESSAGES) * 400 + MESSAGE_LIMIT) / all.length));
  return Array.from({ length: WARM_UP + LONG_MESSAGES }, (_, index) => {
    // As it comes from the wire: a piece cut from a text is kept as that text is.
    const piece: string = JSON.parse(JSON.stringify(text.slice(index * 400, index * 400 + MESSAGE_LIMIT)));
    const message = { id: 'msg_1' as MessageId, text: piece };
    const startedAt = performance.now();
    const context: ReadingContext = {
      messages: [message],
      asked: null,
      lastAssistantText: null,
      now: NOW,
      timeZone: 'Europe/Berlin',
      language: 'en',
      known: {},
    };
    understandTurn(context, englishWords.readings);
    return performance.now() - startedAt;
  }).slice(WARM_UP);
}

function percentiles(timesMs: readonly number[]): string {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
