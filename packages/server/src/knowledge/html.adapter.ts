import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { err, ok, type Result } from '../kernel/result.js';
import type { ArticleFile } from './core/parse-article-file.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** An HTML page as an article: its title, its canonical address, and its main part as Markdown. */
export function parseHtmlArticle(html: string): Result<ArticleFile, string> {
  const page = parse(html).childNodes.filter(isElement);
  const main = find(page, (it) => it.tagName === 'main' || role(it) === 'main');
  const body =
    main ?? find(page, (it) => it.tagName === 'article') ?? find(page, (it) => it.tagName === 'body');
  const heading = body && find([body], (it) => it.tagName === 'h1');
  const named = find(page, (it) => it.tagName === 'title');
  const title = [heading, named].map((it) => (it ? textOf(it) : '')).find((text) => text !== '');
  if (title === undefined) return err('the page has neither a heading of the first level nor a title');
  const canonical = find(page, (it) => it.tagName === 'link' && attribute(it, 'rel') === 'canonical');
  const markdown = blocksOf(body?.childNodes ?? []).join('\n\n');
  return ok({ title, url: (canonical && attribute(canonical, 'href')) || null, markdown });
}

/** What is on every page, or is not for reading. */
const LEFT_OUT = new Set(
  'script style noscript template svg math iframe object nav header footer aside form button select textarea dialog head'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd label mark q s samp small span strong sub sup time u var br wbr img'.split(
    ' ',
  ),
);
/** Deeper pages than any that people write are cut off: a page may not exhaust the stack. */
const DEEPEST = 200;

/** Blocks of Markdown; runs of text and inline elements between blocks are paragraphs of their own. */
function blocksOf(nodes: readonly Node[], depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  const blocks: string[] = [];
  let run = '';
  const endRun = () => {
    if (squeezed(run) !== '') blocks.push(escaped(squeezed(run)));
    run = '';
  };
  for (const node of nodes) {
    if (!isElement(node)) run += 'value' in node ? node.value : '';
    else if (LEFT_OUT.has(node.tagName) || isHidden(node)) continue;
    else if (INLINE.has(node.tagName)) run += rawText(node);
    else {
      endRun();
      blocks.push(...blockOf(node, depth + 1));
    }
  }
  endRun();
  return blocks;
}

function blockOf(node: Element, depth: number): readonly string[] {
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level !== undefined) {
    const text = textOf(node);
    return text === '' ? [] : [`${'#'.repeat(Number(level))} ${escaped(text)}`];
  }
  switch (node.tagName) {
    case 'pre':
      return [`~~~~\n${rawText(node).replace(/~{4,}/g, '~~~').trimEnd()}\n~~~~`];
    case 'ul':
    case 'ol': {
      const items = node.childNodes.filter(isElement).filter((it) => it.tagName === 'li');
      const lines = items.map((it, at) => {
        const text = blocksOf(it.childNodes, depth).join('\n').replace(/\n+/g, '\n  ');
        return `${node.tagName === 'ol' ? `${at + 1}.` : '-'} ${text}`;
      });
      return lines.length === 0 ? [] : [lines.join('\n')];
    }
    case 'table':
      return tableOf(node);
    default:
      return blocksOf(node.childNodes, depth);
  }
}

/** The first row is the header, as Markdown wants one. */
function tableOf(table: Element): readonly string[] {
  const rows = findAll(table, (it) => it.tagName === 'tr').map((row) =>
    row.childNodes
      .filter(isElement)
      .filter((it) => it.tagName === 'td' || it.tagName === 'th')
      .map((cell) => escaped(textOf(cell)).replace(/\|/g, '\\|')),
  );
  const [header, ...others] = rows.filter((row) => row.length > 0);
  if (header === undefined) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [[line(header), line(header.map(() => '---')), ...others.map(line)].join('\n')];
}

function rawText(node: Node, depth = 0): string {
  if (!isElement(node)) return 'value' in node ? node.value : '';
  if (node.tagName === 'br') return '\n';
  if (LEFT_OUT.has(node.tagName) || isHidden(node) || depth > DEEPEST) return '';
  return node.childNodes.map((child) => rawText(child, depth + 1)).join('');
}

function textOf(node: Element): string {
  return squeezed(rawText(node));
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Text that Markdown shall read as text. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~]/g, '\\$&').replace(/^(\d*)([#+=.)-])/, '$1\\$2');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isHidden(node: Element): boolean {
  const hidden = node.attrs.some(({ name }) => name === 'hidden');
  return hidden || attribute(node, 'aria-hidden') === 'true';
}

function role(node: Element): string | null {
  return attribute(node, 'role');
}

function attribute(node: Element, name: string): string | null {
  return node.attrs.find((it) => it.name === name)?.value ?? null;
}

function find(nodes: readonly Node[], matches: (node: Element) => boolean, depth = 0): Element | null {
  for (const node of nodes) {
    if (!isElement(node) || depth > DEEPEST) continue;
    if (matches(node)) return node;
    const inside = find(node.childNodes, matches, depth + 1);
    if (inside !== null) return inside;
  }
  return null;
}

function findAll(node: Element, matches: (node: Element) => boolean, depth = 0): readonly Element[] {
  if (depth > DEEPEST) return [];
  return node.childNodes
    .filter(isElement)
    .flatMap((child) => (matches(child) ? [child] : findAll(child, matches, depth + 1)));
}
