import { type Inline, parseInline } from './parse-inline.js';

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly Line[] };

const ITEM = /^\s{0,6}(?:[-*•]|(\d{1,4})[.)])\s+(.*)$/;

/**
 * The subset that answers use: paragraphs with line breaks, bulleted (`first` is null) and numbered lists,
 * and what `parseInline` reads. Never HTML: the result is data, and text in it is text.
 */
export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let items: Line[] = [];
  let first: number | null = null;
  const flush = () => {
    if (lines.length) blocks.push({ kind: 'paragraph', lines });
    if (items.length) blocks.push({ kind: 'list', first, items });
    lines = [];
    items = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    if (item) {
      const number = item[1] ? Number(item[1]) : null;
      if (lines.length || (items.length && (number === null) !== (first === null))) flush();
      if (!items.length) first = number;
      items.push(parseInline(item[2] ?? ''));
    } else if (!line.trim()) {
      flush();
    } else {
      if (items.length) flush();
      lines.push(parseInline(line));
    }
  }
  flush();
  return blocks;
}
