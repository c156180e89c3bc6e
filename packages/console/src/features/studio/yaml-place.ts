/** Where a cursor stands in a YAML text that is written in blocks; `[]` stands for an item of a list. */
export interface YamlPlace {
  /** Keys from the document's root to the block that the cursor is in. */
  readonly path: readonly string[];
  /** The key whose value is being written, or null when a key is. */
  readonly key: string | null;
  /** What has been typed of the key or value so far. */
  readonly typed: string;
  /** The column of the key, counted from 0. */
  readonly column: number;
  /** Keys that stand in the same block already. */
  readonly siblings: readonly string[];
}

interface Line {
  /** Columns of the dashes that open items of lists on this line. */
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key: string | null;
  readonly rest: string;
}

/** Reads the place from the indentation alone, so that it holds while the text is half written. */
export function yamlPlaceAt(text: string, position: number): YamlPlace {
  const before = text.slice(0, position).split('\n');
  const after = text.slice(position).split('\n').slice(1);
  const here = readLine(before.pop() ?? '');
  const above = before.map(readLine).reverse();
  const keysAbove = here.dashes.length > 0 ? [] : keysBefore(above, here.column);
  return {
    path: pathAbove(above, here),
    key: here.key,
    typed: here.rest,
    column: here.column,
    siblings: [...keysAbove, ...keysAfter(after.map(readLine), here.column)],
  };
}

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = text.length - text.trimStart().length;
  let rest = text.slice(column);
  while (/^-(\s|$)/.test(rest)) {
    dashes.push(column);
    const inner = rest.slice(1);
    const space = inner.length - inner.trimStart().length;
    // A dash at the end of the line: what follows stands two columns further.
    column += inner.trimStart() === '' ? 2 : 1 + space;
    rest = inner.trimStart();
  }
  const [, key, value] = /^([\w-]+):(?:\s+(.*))?$/.exec(rest) ?? [];
  if (key === undefined) return { dashes, column, key: null, rest };
  return { dashes, column, key, rest: value ?? '' };
}

function isBlank({ key, rest, dashes }: Line): boolean {
  return dashes.length === 0 && key === null && (rest === '' || rest.startsWith('#'));
}

function pathAbove(above: readonly Line[], here: Line): readonly string[] {
  const path: string[] = [];
  let limit = here.column;
  let list: number | null = null;
  const enterItems = (dashes: readonly number[]) => {
    for (const dash of [...dashes].reverse()) {
      if (dash >= limit || dash === list) continue;
      path.unshift('[]');
      list = dash;
      limit = dash;
    }
  };
  enterItems(here.dashes);
  for (const line of above) {
    if (limit === 0 && list !== 0) break;
    if (isBlank(line)) continue;
    // The key of a list may stand in the column of its dashes.
    const opens = line.column < limit || (line.column === limit && list === limit);
    if (opens && line.key !== null) {
      path.unshift(line.key);
      limit = line.column;
      list = null;
    }
    enterItems(line.dashes);
  }
  return path;
}

/** Keys of the same block further up; the line that opens the block's list item belongs to it. */
function keysBefore(above: readonly Line[], column: number): readonly string[] {
  const keys: string[] = [];
  for (const line of above) {
    if (isBlank(line)) continue;
    if (line.column < column) break;
    if (line.column === column && line.key !== null) keys.push(line.key);
    if (line.dashes.some((dash) => dash < column)) break;
  }
  return keys;
}

/** Keys of the same block further down; a dash to the left of the column begins another one. */
function keysAfter(below: readonly Line[], column: number): readonly string[] {
  const keys: string[] = [];
  for (const line of below) {
    if (isBlank(line)) continue;
    if (line.column < column || line.dashes.some((dash) => dash < column)) break;
    if (line.column === column && line.key !== null) keys.push(line.key);
  }
  return keys;
}
