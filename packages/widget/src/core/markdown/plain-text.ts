import type { Inline } from './parse-inline.js';
import { parseMarkdown } from './parse-markdown.js';

/** The words of a message without its marks, for screen readers. */
export function plainText(text: string): string {
  return parseMarkdown(text)
    .flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
    .map((line) => line.map(wordsOf).join(''))
    .join('\n');
}

function wordsOf(piece: Inline): string {
  if (typeof piece === 'string') return piece;
  return 'children' in piece ? piece.children.map(wordsOf).join('') : piece.text;
}
