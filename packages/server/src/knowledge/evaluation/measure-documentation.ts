import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Citation, Passage } from '@baton/shared-types';
import { RECOMMENDED_MINIMUM } from '../core/score-similarity.js';
import { type CalibrationCase, calibrateMinimum, countOutcomes, type Outcomes } from './calibrate-minimum.js';
import { DOCUMENTATION_PACKAGES } from './documentation-packages.js';
import {
  type DocumentationQuestion,
  isAnswer,
  parseDocumentationQuestions,
  type QuestionFamily,
} from './documentation-questions.js';
import { fillShelf, type Shelf } from './documentation-shelves.js';
import { fetchDocumentation } from './fetch-documentation.adapter.js';
import { readDocumentation } from './read-documentation.adapter.js';
import { type RankScores, scoreRanks } from './score-ranks.js';
import { openScratchWorkspaces } from './scratch-workspaces.repository.js';

const CACHE = fileURLToPath(new URL('../../../../../.cache/documentation', import.meta.url));
const QUESTIONS = fileURLToPath(new URL('../../../knowledge-questions/', import.meta.url));

/** Where a package's questions are asked whose answers should be missing: npm's pages share least with the others'. */
const elsewhere = (packageName: string): string => (packageName === 'npm' ? 'fastify' : 'npm');

const RANKED = 10;
/** As many passages as a turn looks at. */
const TURN_PASSAGES = 5;

/** What the measurement takes from others. */
export interface DocumentationOptions {
  /** The part of the set that a question belongs to: what is called `tuned` chooses the minimum score. */
  partOf(question: string): 'tuned' | 'held-out';
  /** The passage that an answer would be taken from; null: the assistant says that it does not know. */
  cite(question: string, passages: readonly Passage[], minimumScore: number): Citation | null;
}

export interface DocumentationReport {
  readonly pages: number;
  readonly ranks: readonly RankReport[];
  /** At the minimum score that playbooks are recommended, and at a stricter one that the tuned part has chosen. */
  readonly outcomes: readonly { readonly part: Part; readonly outcomes: Outcomes }[];
  /** Milliseconds: each search of all pages once, beside a statement that reads nothing in the same place. */
  readonly searchMs: Times;
  readonly roundTripMs: Times;
  /** Tuned questions whose right sections do not come first in their own documentation, with what does. */
  readonly misses: readonly string[];
}

type Part = 'tuned' | 'held-out';

export interface RankReport {
  readonly part: Part;
  /** Each documentation in a workspace of its own, as companies have them; or all in one. */
  readonly shelf: 'own' | 'all';
  readonly family: QuestionFamily | 'both';
  readonly scores: RankScores;
}

export interface Times {
  readonly p50: number;
  readonly p95: number;
}

interface Asked extends DocumentationQuestion {
  readonly found: readonly Passage[];
}

/**
 * Measures the search on public documentation, in a PostgreSQL of its own. Throws when the documentation is neither
 * in the cache nor to be had.
 */
export async function measureDocumentation(options: DocumentationOptions): Promise<DocumentationReport> {
  const packages = DOCUMENTATION_PACKAGES.map((each) => ({
    name: each.name,
    articles: readDocumentation(each.name, fetchDocumentation(each, CACHE)),
  }));
  const questions = parseDocumentationQuestions(readFileSync(`${QUESTIONS}documentation.tsv`, 'utf8'));
  const beside = readFileSync(`${QUESTIONS}beside-the-point.txt`, 'utf8').trimEnd().split('\n');
  const scratch = await openScratchWorkspaces();
  try {
    const all = await fillShelf(scratch, packages);
    const own = new Map<string, Shelf>();
    for (const each of packages) own.set(each.name, await fillShelf(scratch, [each]));
    await scratch.analyze();
    const { asked: askedInAll, searchMs, roundTripMs } = await askAll(all, questions);
    const askedInOwn = await askOwn(own, questions);
    const cases = [
      ...askedInOwn.map((each) => ({ part: options.partOf(each.question), case: answerable(each, options) })),
      ...(await askElsewhere(own, { questions, beside }, options)),
    ];
    const ofPart = (part: Part) => cases.filter((each) => each.part === part).map((each) => each.case);
    const minimums = [RECOMMENDED_MINIMUM, calibrateMinimum(ofPart('tuned'))];
    return {
      pages: all.articles,
      ranks: [...ranksOf('own', askedInOwn, options), ...ranksOf('all', askedInAll, options)],
      outcomes: PARTS.flatMap((part) =>
        minimums.map((minimum) => ({ part, outcomes: countOutcomes(ofPart(part), minimum) })),
      ),
      searchMs,
      roundTripMs,
      misses: askedInOwn
        .filter((each) => options.partOf(each.question) === 'tuned' && rankOf(each) !== 1)
        .map(missOf),
    };
  } finally {
    await scratch.stop();
  }
}

const PARTS: readonly Part[] = ['tuned', 'held-out'];
const FAMILIES = ['terms', 'paraphrase', 'both'] as const;

function ranksOf(
  shelf: RankReport['shelf'],
  asked: readonly Asked[],
  { partOf }: DocumentationOptions,
): readonly RankReport[] {
  return PARTS.flatMap((part) =>
    FAMILIES.map((family) => ({
      part,
      shelf,
      family,
      scores: scoreRanks(
        asked
          .filter((each) => partOf(each.question) === part && (family === 'both' || each.family === family))
          .map(rankOf),
      ),
    })),
  );
}

async function askOwn(
  own: ReadonlyMap<string, Shelf>,
  questions: readonly DocumentationQuestion[],
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const each of questions) {
    const found = await own.get(each.packageName)?.search(each.question, RANKED);
    asked.push({ ...each, found: found ?? [] });
  }
  return asked;
}

/** Each question once, beside a round trip; a few before, until everything that is kept warm is warm. */
async function askAll(
  shelf: Shelf,
  questions: readonly DocumentationQuestion[],
): Promise<{ asked: readonly Asked[]; searchMs: Times; roundTripMs: Times }> {
  for (const { question } of questions.slice(0, 20)) await shelf.search(question, RANKED);
  const searches: number[] = [];
  const roundTrips: number[] = [];
  const asked: Asked[] = [];
  for (const each of questions) {
    const startedAt = performance.now();
    await shelf.roundTrip();
    const betweenAt = performance.now();
    const found = await shelf.search(each.question, RANKED);
    searches.push(performance.now() - betweenAt);
    roundTrips.push(betweenAt - startedAt);
    asked.push({ ...each, found });
  }
  return { asked, searchMs: timesOf(searches), roundTripMs: timesOf(roundTrips) };
}

/** Questions where the articles do not answer them: in another documentation, or in none at all. */
async function askElsewhere(
  own: ReadonlyMap<string, Shelf>,
  asked: { readonly questions: readonly DocumentationQuestion[]; readonly beside: readonly string[] },
  options: DocumentationOptions,
): Promise<readonly { readonly part: Part; readonly case: CalibrationCase }[]> {
  const shelves = [...own.values()];
  const misplaced = [
    ...asked.questions.map(({ question, packageName }) => ({
      question,
      shelf: own.get(elsewhere(packageName)),
    })),
    ...asked.beside.map((question, at) => ({ question, shelf: shelves[at % shelves.length] })),
  ];
  const cases: { readonly part: Part; readonly case: CalibrationCase }[] = [];
  for (const { question, shelf } of misplaced) {
    const found = (await shelf?.search(question, TURN_PASSAGES)) ?? [];
    const answerAt = (minimum: number) => (options.cite(question, found, minimum) ? 'wrong' : null);
    cases.push({ part: options.partOf(question), case: { isAnswerable: false, answerAt } });
  }
  return cases;
}

function answerable(asked: Asked, { cite }: DocumentationOptions): CalibrationCase {
  const found = asked.found.slice(0, TURN_PASSAGES);
  return {
    isAnswerable: true,
    answerAt: (minimum) => {
      const cited = cite(asked.question, found, minimum);
      if (!cited) return null;
      return isAnswer(asked, cited) ? 'right' : 'wrong';
    },
  };
}

function rankOf(asked: Asked): number | null {
  const at = asked.found.findIndex((passage) => isAnswer(asked, passage));
  return at < 0 ? null : at + 1;
}

function missOf(asked: Asked): string {
  const first = asked.found[0];
  const found = first ? `${first.url} ${first.title} (${first.score.toFixed(2)})` : 'nothing';
  return `${rankOf(asked) ?? '-'}  ${asked.question}  →  ${found}`;
}

function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
