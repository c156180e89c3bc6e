import type { DocumentationReport, RankReport, Times } from './measure-documentation.js';

/** The report for people. */
export function documentationReport(report: DocumentationReport): string {
  return [
    `knowledge search on public documentation: ${report.pages} pages of npm, fastify, undici and pino`,
    'part      workspaces  asked in    questions  MRR@10   first  of five',
    ...report.ranks.map(rankLine),
    `a search of all pages: ${timesText(report.searchMs)}; a statement that reads nothing: ${timesText(report.roundTripMs)}`,
    '',
    '                       in the articles: answered          not in them:',
    'part      least score     right  beside  not known  not known  answered',
    ...report.outcomes.map(outcomeLine),
  ].join('\n');
}

const SHELVES = { own: 'one each', all: 'one' };
const FAMILIES = { terms: 'its words', paraphrase: 'other words', both: 'both' };

function rankLine({ part, shelf, family, scores }: RankReport): string {
  return [
    part.padEnd(10),
    SHELVES[shelf].padEnd(12),
    FAMILIES[family].padEnd(12),
    String(scores.questions).padStart(9),
    scores.meanReciprocalRank.toFixed(3).padStart(8),
    scores.first.toFixed(3).padStart(8),
    scores.firstFive.toFixed(3).padStart(9),
  ].join('');
}

function outcomeLine({ part, outcomes }: DocumentationReport['outcomes'][number]): string {
  return [
    part.padEnd(10),
    outcomes.minimumScore.toFixed(2).padStart(11),
    String(outcomes.answeredRight).padStart(10),
    String(outcomes.answeredBeside).padStart(8),
    String(outcomes.refusedThough).padStart(11),
    String(outcomes.refusedRightly).padStart(11),
    String(outcomes.answeredThough).padStart(10),
  ].join('');
}

function timesText({ p50, p95 }: Times): string {
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
