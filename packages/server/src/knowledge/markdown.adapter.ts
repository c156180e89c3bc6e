import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ArticleBlock } from './core/split-passages.js';

const parser = unified().use(remarkParse).use(remarkGfm);

type Root = ReturnType<typeof parser.parse>;
type Node = Root['children'][number];
type List = Extract<Node, { type: 'list' }>;
type Table = Extract<Node, { type: 'table' }>;

/** The blocks of a Markdown text in order, without markup; raw HTML and images' addresses are left out. */
export function parseMarkdown(markdown: string): readonly ArticleBlock[] {
  return parser.parse(markdown).children.flatMap(toBlocks);
}

function toBlocks(node: Node): readonly ArticleBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, text: plain(node) }];
    case 'paragraph':
      return [{ kind: 'text', text: plain(node) }];
    case 'code':
      return [{ kind: 'text', text: node.value }];
    case 'list':
      return [{ kind: 'text', text: listLines(node).join('\n') }];
    case 'table':
      return [{ kind: 'text', text: tableLines(node).join('\n') }];
    case 'blockquote':
      return node.children.flatMap(toBlocks);
    default:
      return [];
  }
}

function listLines(list: List): readonly string[] {
  return list.children.flatMap((item, at) => {
    const mark = list.ordered === true ? `${(list.start ?? 1) + at}.` : '-';
    const [first = '', ...rest] = item.children.flatMap(toBlocks).flatMap((block) => block.text.split('\n'));
    return [`${mark} ${first}`, ...rest.map((line) => `  ${line}`)];
  });
}

/** One line per row that reads without its header: `Plan: Team; Price: 32 USD`. */
function tableLines(table: Table): readonly string[] {
  const [header, ...rows] = table.children.map((row) => row.children.map(plain));
  return rows.map((cells) =>
    cells
      .map((cell, at) => ({ cell, label: header?.[at] ?? '' }))
      .filter(({ cell }) => cell !== '')
      .map(({ cell, label }) => (label === '' ? cell : `${label}: ${cell}`))
      .join('; '),
  );
}

function plain(node: Parameters<typeof plainText>[0]): string {
  return plainText(node, { includeImageAlt: false, includeHtml: false })
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .trim();
}
