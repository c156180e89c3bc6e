export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Line in the text that it stands in, counted from 1: the new one, or the old one for a removed line. */
  readonly line: number;
}

/** Beyond this many pairs of changed lines the changed block is shown as a whole. */
const MOST_PAIRS = 4_000_000;

/** The changes from one text to another by whole lines; removed lines stand before those that replace them. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1;
  const middle = diffBlock(old.slice(start, old.length - end), now.slice(start, now.length - end), start);
  const same = (text: string, place: number): DiffLine => ({ kind: 'same', text, line: place + 1 });
  return [
    ...now.slice(0, start).map((text, place) => same(text, place)),
    ...middle,
    ...now.slice(now.length - end).map((text, place) => same(text, now.length - end + place)),
  ];
}

/** Only what changed, with `around` lines before and after; `null` stands for what is left out. */
export function diffHunks(lines: readonly DiffLine[], around = 2): readonly (DiffLine | null)[] {
  const kept = new Set<number>();
  lines.forEach(({ kind }, place) => {
    if (kind === 'same') return;
    for (let near = place - around; near <= place + around; near += 1) kept.add(near);
  });
  const shown: (DiffLine | null)[] = [];
  lines.forEach((line, place) => {
    if (kept.has(place)) shown.push(line);
    else if (shown.length > 0 && shown.at(-1) !== null) shown.push(null);
  });
  if (shown.at(-1) === null) shown.pop();
  return shown;
}

function diffBlock(old: readonly string[], now: readonly string[], offset: number): readonly DiffLine[] {
  const removed = (place: number): DiffLine => ({
    kind: 'removed',
    text: old[place] ?? '',
    line: offset + place + 1,
  });
  const added = (place: number): DiffLine => ({
    kind: 'added',
    text: now[place] ?? '',
    line: offset + place + 1,
  });
  if (old.length * now.length > MOST_PAIRS)
    return [...old.map((_, place) => removed(place)), ...now.map((_, place) => added(place))];
  const width = now.length + 1;
  // Length of the longest common run of lines from (row, column) on.
  const common = new Uint32Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === now[column]
          ? (common[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(common[(row + 1) * width + column] ?? 0, common[row * width + column + 1] ?? 0);
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      lines.push({ kind: 'same', text: now[column] ?? '', line: offset + column + 1 });
      row += 1;
      column += 1;
    } else if (
      column >= now.length ||
      (row < old.length &&
        (common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0))
    ) {
      lines.push(removed(row));
      row += 1;
    } else {
      lines.push(added(column));
      column += 1;
    }
  }
  return lines;
}
