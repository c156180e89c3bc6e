import type { Figure } from './benchmark.ts';

const HEADINGS = ['', 'Baton', 'floor', 'ratio', 'bar', ''];

/** The figures as a table for people. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(toRow)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column > 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow({ what, unit, baton, floor, ratio, bar, met }: Figure): readonly string[] {
  return [
    what,
    `${round(baton)} ${unit}`,
    floor === null ? '' : `${round(floor)} ${unit}`,
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    bar ?? '',
    met === null ? '' : met ? 'met' : 'MISSED',
  ];
}

function round(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
