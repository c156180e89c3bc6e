/** What a spreadsheet may take for the beginning of a formula, also behind blanks and quotes, also full-width. */
const FORMULA =
  /^[\s"'\u00a0\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\s"'\u00a0\ufeff\u200b]*[\t\r\n]/u;

/** RFC 4180 with every cell quoted; a cell that could be a formula begins with an apostrophe and so is text. */
export function csv(lines: readonly (readonly (string | number | null)[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '""';
  if (typeof value === 'number') return `"${value}"`;
  // A line break inside a cell begins a line of its own in a careless reader.
  const text = value.replace(/[\r\n\t\u2028\u2029]+/gu, ' ').replaceAll('\0', '');
  const safe = FORMULA.test(value) || FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
