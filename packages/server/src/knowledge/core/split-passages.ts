/** A block of an article, free of markup. */
export type ArticleBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** A piece of an article that can stand alone: its title is the trail of headings that leads to it. */
export interface PassageDraft {
  readonly title: string;
  readonly text: string;
}

/** UTF-16 units of text in one passage: a screen of chat, and enough words to rank by. */
export const PASSAGE_CHARACTERS = 1_200;

const TRAIL = ' › ';

/** Cuts an article at its headings, and a long section at paragraphs, then lines, then sentences, then words. */
export function splitPassages(title: string, blocks: readonly ArticleBlock[]): readonly PassageDraft[] {
  const passages: PassageDraft[] = [];
  const trail = new Map<number, string>();
  let section: string[] = [];
  const endSection = (): void => {
    const path = [title, ...[...trail.entries()].sort(byDepth).map(([, text]) => text)];
    const name = path.filter((text, at) => text !== '' && text !== path[at - 1]).join(TRAIL);
    for (const text of packed(section, '\n\n')) passages.push({ title: name, text });
    section = [];
  };
  for (const block of blocks) {
    if (block.kind === 'text') {
      if (block.text.trim() !== '') section.push(block.text.trim());
      continue;
    }
    endSection();
    for (const depth of [...trail.keys()]) if (depth >= block.depth) trail.delete(depth);
    trail.set(block.depth, block.text.trim());
  }
  endSection();
  return passages;
}

function byDepth(left: readonly [number, string], right: readonly [number, string]): number {
  return left[0] - right[0];
}

/** Joins parts in order as long as they fit together; a part that is too long is cut first. */
function packed(parts: readonly string[], separator: string): readonly string[] {
  const out: string[] = [];
  for (const part of parts.flatMap((each) => cut(each))) {
    const last = out.at(-1);
    const joined = last === undefined ? null : last + separator + part;
    if (joined !== null && joined.length <= PASSAGE_CHARACTERS) out[out.length - 1] = joined;
    else out.push(part);
  }
  return out;
}

function cut(text: string): readonly string[] {
  if (text.length <= PASSAGE_CHARACTERS) return [text];
  const lines = text.split('\n');
  if (lines.length > 1) return packed(lines, '\n');
  const sentences = text.split(/(?<=[.!?])\s+/);
  if (sentences.length > 1) return packed(sentences, ' ');
  const words = text.split(' ');
  return words.length > 1 ? packed(words, ' ') : (text.match(/.{1,600}/gsu) ?? []);
}
