import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { understandTurn } from '../core/understanding/understand.js';
import { type GoldenChat, parseGoldenChat } from './golden-chat.js';
import { judgeByPlaybook } from './judge-by-playbook.js';
import { type Part, partOf } from './part-of.js';
import { type Engine, NOW, playChat } from './play-chat.js';
import { filesReport, jsonReport, missesReport, textReport } from './report.js';
import { type PlayedChat, scoreChats } from './score-chats.js';

/**
 * Evaluates the rules on golden chats: `main.js [--data DIR] [--part tuned|held-out] [--json] [--verbose]`.
 * Exit code 1 when the chats cannot be read or when evidence was invented.
 */
const OWN_CHATS = fileURLToPath(new URL('../../../golden', import.meta.url));
const PLAYBOOK = fileURLToPath(new URL('../../../playbooks/default.yaml', import.meta.url));

interface GoldenFile {
  readonly name: string;
  readonly chats: readonly GoldenChat[];
}

function main(): number {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: OWN_CHATS },
      part: { type: 'string' },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const part = parsePart(values.part);
  const readTimesMs: number[] = [];
  const engine: Engine = {
    judge: judgeByPlaybook(readFileSync(PLAYBOOK, 'utf8'), NOW),
    understand: (context) => {
      const startedAt = performance.now();
      const understanding = understandTurn(context);
      readTimesMs.push(performance.now() - startedAt);
      return understanding;
    },
  };
  const files = readGoldenFiles(values.data).map(({ name, chats }) => ({
    name,
    played: chats
      .filter((chat) => part === null || partOf(chat.id) === part)
      .map((chat): PlayedChat => ({ chat, predicted: playChat(chat, engine) })),
  }));
  const played = files.flatMap((file) => file.played);
  const scores = scoreChats(played);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(jsonReport(scores, played))}\n`);
  } else {
    const sections = [
      ...(values.verbose ? [missesReport(scores)] : []),
      filesReport(files.map((file) => ({ name: file.name, scores: scoreChats(file.played) }))),
      textReport(part === null ? 'all' : `${part} part`, scores),
      timingReport(readTimesMs),
    ];
    process.stdout.write(`${sections.join('\n\n')}\n`);
  }
  return scores.falseEvidence === 0 ? 0 : 1;
}

function parsePart(text: string | undefined): Part | null {
  if (text === undefined) return null;
  if (text === 'tuned' || text === 'held-out') return text;
  throw new Error(`--part is "tuned" or "held-out", not "${text}"`);
}

function readGoldenFiles(folder: string): readonly GoldenFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  if (names.length === 0) throw new Error(`${folder} holds no .jsonl file`);
  return names.map((name) => ({ name: basename(name, '.jsonl'), chats: readGoldenFile(join(folder, name)) }));
}

function readGoldenFile(path: string): readonly GoldenChat[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const chat = parseGoldenChat(line);
    if (!chat.ok) throw new Error(`${path}:${index + 1}: ${chat.error}`);
    return [chat.value];
  });
}

function timingReport(timesMs: readonly number[]): string {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return `understanding a turn: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${sorted.length} turns)`;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
