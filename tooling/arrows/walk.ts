/** A node of the syntax tree: ESTree with TypeScript, as oxc-parser gives it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Calls `visit` for every node below and including `root`, parents first. */
export function walk(root: unknown, visit: (node: SyntaxNode, parent: SyntaxNode | null) => void): void {
  step(root, null);

  function step(value: unknown, parent: SyntaxNode | null): void {
    if (Array.isArray(value)) {
      for (const item of value) step(item, parent);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = isNode(value) ? value : parent;
    if (isNode(value)) visit(value, parent);
    for (const [key, child] of Object.entries(value)) if (key !== 'parent') step(child, node);
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}

/** The name of an identifier, else null. */
export function nameOf(value: unknown): string | null {
  if (!isNode(value) || value.type !== 'Identifier') return null;
  return typeof value['name'] === 'string' ? value['name'] : null;
}

/** The text of a string literal or of a template's first piece, else null. */
export function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? value['value'] : null;
  if (value.type !== 'TemplateLiteral' || !Array.isArray(value['quasis'])) return null;
  const [first] = value['quasis'];
  const cooked = isNode(first) ? Reflect.get(Object(first['value']), 'cooked') : null;
  return typeof cooked === 'string' ? cooked : null;
}
