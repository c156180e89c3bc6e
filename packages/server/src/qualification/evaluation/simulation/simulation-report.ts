import type { FlavourReport, SimulationReport } from './simulate-visitors.js';

/** What became of simulated visitors, a line per flavour. */
export function simulationReport({ flavours, heldOut }: SimulationReport): string {
  const header =
    'simulated visitors    should qualify  did  person before  should not  did  questions  most  repeated';
  return [header, ...[...flavours, heldOut].map(rowOf)].join('\n');
}

/** The conversations that went wrong, line by line. */
export function simulationMisses({ chats }: SimulationReport): string {
  return chats
    .filter(({ repeated }) => repeated.length > 0)
    .map(
      ({ id, flavour, repeated, lines }) =>
        `${id} ${flavour}: asked again for ${repeated.join(', ')}\n${lines.map((line) => `  ${line}`).join('\n')}`,
    )
    .join('\n');
}

function rowOf(report: FlavourReport): string {
  return [
    (report.flavour === 'held-out' ? 'all, held-out part' : report.flavour).padEnd(22),
    String(report.deserving).padStart(14),
    String(report.qualified).padStart(5),
    String(report.calledBefore).padStart(15),
    String(report.undeserving).padStart(12),
    String(report.wronglyQualified).padStart(5),
    String(report.medianQuestions).padStart(11),
    String(report.mostQuestions).padStart(6),
    String(report.repeatedQuestions).padStart(10),
  ].join('');
}
