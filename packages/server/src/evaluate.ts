import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PlaybookId } from '@baton/shared-types';
import { compilePatternsAtOnce } from './compile-patterns-at-once.js';
import { documentationReport } from './knowledge/evaluation/documentation-report.js';
import {
  type DocumentationReport,
  measureDocumentation,
} from './knowledge/evaluation/measure-documentation.js';
import { answerFromPassages } from './qualification/core/move/answer-from-passages.js';
import type { CompiledPlaybook } from './qualification/core/playbook/compile-playbook.js';
import { understandTurn } from './qualification/core/understanding/understand.js';
import { warmUp } from './qualification/core/understanding/warm-up.js';
import { englishWords } from './qualification/core/words/english-words.js';
import { judgeByPlaybook } from './qualification/evaluation/judge-by-playbook.js';
import { readGoldenLines } from './qualification/evaluation/lines/labelled-line.js';
import { linesReport } from './qualification/evaluation/lines/score-lines.js';
import { type Part, partOf } from './qualification/evaluation/part-of.js';
import { type Engine, NOW, playChat } from './qualification/evaluation/play-chat.js';
import { measurePublicSets } from './qualification/evaluation/public-sets/measure-public-sets.js';
import { setsReport } from './qualification/evaluation/public-sets/sets-report.js';
import { readGoldenFiles } from './qualification/evaluation/read-golden-files.js';
import { filesReport, jsonReport, missesReport, textReport } from './qualification/evaluation/report.js';
import { type PlayedChat, scoreChats } from './qualification/evaluation/score-chats.js';
import { simulateVisitors } from './qualification/evaluation/simulation/simulate-visitors.js';
import {
  simulationMisses,
  simulationReport,
} from './qualification/evaluation/simulation/simulation-report.js';
import { timingReport } from './qualification/evaluation/timing/timing-report.js';
import { parsePlaybook } from './qualification/playbook/parse-playbook.js';

/**
 * Evaluates the rules and the search: `evaluate.js [--data DIR] [--part tuned|held-out] [--json] [--verbose]`. DIR
 * holds golden chats (`*.jsonl`), public sets, or both; `docs/evaluation.md` says what is measured and how the parts
 * are split. Exit code 1 when nothing can be read or when evidence was invented.
 */
const OWN_CHATS = fileURLToPath(new URL('../golden', import.meta.url));
const OWN_LINES = fileURLToPath(new URL('../golden-lines', import.meta.url));
const PLAYBOOK = fileURLToPath(new URL('../playbooks/default.yaml', import.meta.url));

async function main(): Promise<number> {
  compilePatternsAtOnce();
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: OWN_CHATS },
      part: { type: 'string' },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const part = parsePart(values.part);
  const yaml = readFileSync(PLAYBOOK, 'utf8');
  // As a server does before its first visitor.
  for (const readings = warmUp(NOW); readings.next().done !== true; );
  const readTimesMs: number[] = [];
  const engine = timedEngine(yaml, readTimesMs);
  const files = readGoldenFiles(values.data).map(({ name, chats }) => ({
    name,
    played: chats
      .filter((chat) => part === null || partOf(chat.id) === part)
      .map((chat): PlayedChat => ({ chat, predicted: playChat(chat, engine) })),
  }));
  const sets = part === null ? measurePublicSets(values.data) : [];
  const played = files.flatMap((file) => file.played);
  if (files.length === 0 && sets.length === 0)
    throw new Error(`${values.data} holds neither golden chats (*.jsonl) nor a known public set`);
  const documentation = part === null ? await documentationOf() : null;
  const scores = scoreChats(played);
  const simulation = simulateVisitors(
    played.map(({ chat }) => chat),
    compile(yaml),
  );
  if (values.json) {
    const report = {
      ...jsonReport(scores, played),
      simulation: [...simulation.flavours, simulation.heldOut],
      sets,
      documentation,
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } else {
    const ofPart = (wanted: Part) => scoreChats(played.filter(({ chat }) => partOf(chat.id) === wanted));
    const parts = part === null ? (['tuned', 'held-out'] as const) : [part];
    const chatSections = [
      ...(values.verbose ? [missesReport(scores), simulationMisses(simulation)] : []),
      filesReport([
        ...files.map((file) => ({ name: file.name, scores: scoreChats(file.played) })),
        ...parts.map((wanted) => ({ name: `${wanted} part`, scores: ofPart(wanted) })),
      ]),
      textReport(part === null ? 'all' : `${part} part`, scores),
      timingReport(
        readTimesMs,
        played.map(({ chat }) => chat),
      ),
      simulationReport(simulation),
    ];
    const sections = [
      ...(played.length === 0 ? [] : chatSections),
      ...(part === null ? [linesReport(readGoldenLines(OWN_LINES), values.verbose)] : []),
      ...(sets.length === 0 ? [] : [setsReport(sets)]),
      ...(documentation === null ? [] : [documentationText(documentation, values.verbose)]),
    ];
    process.stdout.write(`${sections.join('\n\n')}\n`);
  }
  return scores.falseEvidence === 0 ? 0 : 1;
}

/** Measured, or why it could not be. */
type Documentation = DocumentationReport | { readonly notMeasured: string };

async function documentationOf(): Promise<Documentation> {
  try {
    return await measureDocumentation({
      partOf,
      cite: (question, passages, minimumScore) =>
        answerFromPassages({ question, said: [] }, passages, minimumScore)?.citations[0] ?? null,
    });
  } catch (error) {
    return { notMeasured: error instanceof Error ? error.message : String(error) };
  }
}

function documentationText(documentation: Documentation, verbose: boolean): string {
  if ('notMeasured' in documentation)
    return `knowledge search on public documentation: not measured, ${documentation.notMeasured}`;
  const misses = verbose
    ? ['', 'tuned questions whose answer does not come first:', ...documentation.misses]
    : [];
  return [documentationReport(documentation), ...misses].join('\n');
}

function timedEngine(yaml: string, readTimesMs: number[]): Engine {
  return {
    judge: judgeByPlaybook(yaml, NOW),
    understand: (context) => {
      const startedAt = performance.now();
      const understanding = understandTurn(context, englishWords.readings);
      readTimesMs.push(performance.now() - startedAt);
      return understanding;
    },
  };
}

function compile(yaml: string): CompiledPlaybook {
  const parsed = parsePlaybook(yaml, { id: `pbk_${'0'.repeat(26)}` as PlaybookId, version: 1 });
  if (!parsed.ok) throw new Error(parsed.error.join('\n'));
  return parsed.value;
}

function parsePart(text: string | undefined): Part | null {
  if (text === undefined) return null;
  if (text === 'tuned' || text === 'held-out') return text;
  throw new Error(`--part is "tuned" or "held-out", not "${text}"`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
