import { expect, it } from 'vitest';
import { diffHunks, diffLines } from './diff-lines.js';

const short = (before: string, after: string) =>
  diffLines(before, after).map(
    ({ kind, text }) => `${kind === 'same' ? ' ' : kind === 'added' ? '+' : '-'}${text}`,
  );

it('shows a replaced line as removed and added, the rest as it is', () => {
  expect(short('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c']);
});

it('finds what stayed between two changes', () => {
  expect(short('a\nb\nc\nd', 'a\nx\nc\ny')).toEqual([' a', '-b', '+x', ' c', '-d', '+y']);
});

it('numbers added lines by the new text and removed ones by the old', () => {
  expect(diffLines('a\nb\nc', 'new\na\nc').map(({ kind, line }) => `${kind} ${line}`)).toEqual([
    'added 1',
    'same 2',
    'removed 2',
    'same 3',
  ]);
});

it('takes both texts apart again, whatever they are', () => {
  for (const [before, after] of [
    ['', 'a\nb'],
    ['x\na\nx\na', 'a\nx\na\nx\ny'],
    ['same', 'same'],
  ] as const) {
    const lines = diffLines(before, after);
    const of = (left: 'added' | 'removed') =>
      lines
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('\n');
    expect(of('added')).toBe(before);
    expect(of('removed')).toBe(after);
  }
});

it('leaves out what is far from any change', () => {
  const text = Array.from({ length: 30 }, (_, place) => `line ${place}`).join('\n');
  const shown = diffHunks(diffLines(text, text.replace('line 10', 'x').replace('line 20', 'y')), 1);
  expect(shown.map((line) => line?.text ?? '…')).toEqual([
    'line 9',
    'line 10',
    'x',
    'line 11',
    '…',
    'line 19',
    'line 20',
    'y',
    'line 21',
  ]);
});
