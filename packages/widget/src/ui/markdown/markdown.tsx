import type { Inline } from '../../core/markdown/parse-inline.js';
import { type Block, parseMarkdown } from '../../core/markdown/parse-markdown.js';

/** A message's Markdown as elements. Never HTML: text stays text. */
export function Markdown({ text }: { text: string }) {
  return <>{parseMarkdown(text).map(renderBlock)}</>;
}

function renderBlock(block: Block) {
  if (block.kind === 'paragraph') {
    return <p>{block.lines.map((line, index) => [index > 0 && <br />, line.map(renderInline)])}</p>;
  }
  const items = block.items.map((line) => <li>{line.map(renderInline)}</li>);
  return block.first === null ? <ul>{items}</ul> : <ol start={block.first}>{items}</ol>;
}

function renderInline(piece: Inline) {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'strong':
      return <strong>{piece.children.map(renderInline)}</strong>;
    case 'em':
      return <em>{piece.children.map(renderInline)}</em>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'link':
      return <OutsideLink href={piece.href} text={piece.text} />;
  }
}

/** A link out of the chat: tells the other side nothing about where it came from. */
export function OutsideLink({ href, text }: { href: string; text: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={text === href ? undefined : href}
    >
      {text}
    </a>
  );
}
