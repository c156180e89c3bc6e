import type { PlaybookSchemaNode, PlaybookVocabulary } from '@baton/shared-types';
import { yamlPlaceAt } from './yaml-place.js';

export interface PlaybookOption {
  readonly label: string;
  /** What is put in its place; the label where nothing else is named. */
  readonly apply?: string;
  /** Its type, said beside it. */
  readonly detail: string;
  readonly kind: 'property' | 'enum' | 'variable';
}

export interface PlaybookCompletion {
  /** Where the text that is replaced begins. */
  readonly from: number;
  readonly options: readonly PlaybookOption[];
}

/** Lists that name slots of the same playbook, by the path of their key. */
const SLOT_LISTS: ReadonlySet<string> = new Set(['ladder', 'contact', 'briefing.required', 'score.[].slots']);

/** What may stand at this position of a playbook's text; null where nothing can be offered. */
export function completePlaybook(
  text: string,
  position: number,
  vocabulary: PlaybookVocabulary,
): PlaybookCompletion | null {
  const place = yamlPlaceAt(text, position);
  const isItem = place.key === null && place.path.at(-1) === '[]';
  if (place.key === null && !isObject(nodesAt(vocabulary.schema, place.path))) {
    const list = place.path.slice(0, -1);
    return isItem ? itemOptions(text, position, { list, typed: place.typed, vocabulary }) : null;
  }
  if (place.key === null) {
    if (!/^[\w-]*$/.test(place.typed)) return null;
    const taken = new Set(place.siblings);
    const options = propertiesOf(nodesAt(vocabulary.schema, place.path))
      .filter(([name]) => !taken.has(name))
      .map(([name, node]) => keyOption(name, node, place.column));
    return options.length > 0 ? { from: position - place.typed.length, options } : null;
  }
  const path = [...place.path, place.key];
  if (place.key === 'when' || place.key === 'askWhen')
    return conditionOptions(text, position, { area: place.path[0] ?? '', typed: place.typed, vocabulary });
  const flow = /^\[(?:.*,)?\s*([\w-]*)$/.exec(place.typed);
  if (flow) return itemOptions(text, position, { list: path, typed: flow[1] ?? '', vocabulary });
  if (!/^[\w-]*$/.test(place.typed)) return null;
  const options = valuesOf(nodesAt(vocabulary.schema, path)).map(valueOption);
  return options.length > 0 ? { from: position - place.typed.length, options } : null;
}

/** The keys of the playbook's slots, read from the text as it stands. */
export function slotKeysIn(text: string): readonly string[] {
  const block = /^slots:\s*\n((?:[ \t-].*\n|#.*\n|\s*\n)*)/m.exec(`${text}\n`)?.[1] ?? '';
  return [...block.matchAll(/^\s*-?\s*key:\s*["']?([\w-]+)/gm)].flatMap(([, key]) => (key ? [key] : []));
}

interface Item {
  readonly list: readonly string[];
  readonly typed: string;
  readonly vocabulary: PlaybookVocabulary;
}

function itemOptions(
  text: string,
  position: number,
  { list, typed, vocabulary }: Item,
): PlaybookCompletion | null {
  if (!/^[\w-]*$/.test(typed)) return null;
  const options = SLOT_LISTS.has(list.join('.'))
    ? slotKeysIn(text).map((key): PlaybookOption => ({ label: key, detail: 'slot', kind: 'variable' }))
    : valuesOf(nodesAt(vocabulary.schema, [...list, '[]'])).map(valueOption);
  return options.length > 0 ? { from: position - typed.length, options } : null;
}

/** Facts of the kind of rule; within quotation marks what facts are compared with. */
function conditionOptions(
  text: string,
  position: number,
  { area, typed, vocabulary }: { area: string; typed: string; vocabulary: PlaybookVocabulary },
): PlaybookCompletion {
  const word = /\w*$/.exec(typed)?.[0] ?? '';
  const from = position - word.length;
  if (/["'“]$/.test(typed.slice(0, typed.length - word.length)) && typed.length > word.length + 1) {
    return {
      from,
      options: slotKeysIn(text).map((key) => ({ label: key, detail: 'slot', kind: 'variable' })),
    };
  }
  const kind = area === 'routing' ? 'routing' : area === 'handoffs' ? 'handoff' : 'verdict';
  const facts = Object.entries(vocabulary.facts[kind]);
  return { from, options: facts.map(([label, detail]) => ({ label, detail, kind: 'variable' })) };
}

function keyOption(name: string, node: PlaybookSchemaNode, column: number): PlaybookOption {
  const type = variantsOf(node).find(({ type }) => type !== 'null')?.type ?? 'value';
  const inner = ' '.repeat(column + 2);
  const start = type === 'object' ? `\n${inner}` : type === 'array' ? `\n${inner}- ` : ' ';
  return { label: name, apply: `${name}:${start}`, detail: type, kind: 'property' };
}

function valueOption(value: unknown): PlaybookOption {
  return { label: String(value), detail: value === null ? 'null' : typeof value, kind: 'enum' };
}

/** Every description that fits the path: a value may be allowed in several shapes. */
function nodesAt(root: PlaybookSchemaNode, path: readonly string[]): readonly PlaybookSchemaNode[] {
  let nodes = variantsOf(root);
  for (const step of path) {
    nodes = nodes.flatMap((node) => {
      const next = step === '[]' ? node.items : (node.properties?.[step] ?? anyOther(node));
      return next ? variantsOf(next) : [];
    });
  }
  return nodes;
}

function anyOther({ additionalProperties }: PlaybookSchemaNode): PlaybookSchemaNode | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function variantsOf(node: PlaybookSchemaNode): readonly PlaybookSchemaNode[] {
  const variants = node.anyOf ?? node.oneOf;
  return variants ? variants.flatMap(variantsOf) : [node];
}

function isObject(nodes: readonly PlaybookSchemaNode[]): boolean {
  return nodes.some(({ properties }) => properties !== undefined);
}

function propertiesOf(
  nodes: readonly PlaybookSchemaNode[],
): readonly (readonly [string, PlaybookSchemaNode])[] {
  const all = new Map<string, PlaybookSchemaNode>();
  for (const { properties } of nodes)
    for (const [name, node] of Object.entries(properties ?? {})) if (!all.has(name)) all.set(name, node);
  return [...all];
}

function valuesOf(nodes: readonly PlaybookSchemaNode[]): readonly unknown[] {
  const values = nodes.flatMap((node) => {
    if (node.enum) return node.enum;
    if (node.const !== undefined) return [node.const];
    if (node.type === 'null') return [null];
    return node.type === 'boolean' ? [true, false] : [];
  });
  return [...new Set(values)];
}
