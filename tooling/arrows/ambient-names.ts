import type { SourceFile } from './source-file.ts';
import { nameOf, type SyntaxNode, walk } from './walk.ts';

export interface AmbientUse {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | null;
}

/** Every use of one of `names` that means the global of that name: not a property, not declared in this file. */
export function findAmbientUses(file: SourceFile, names: ReadonlySet<string>): readonly AmbientUse[] {
  const declared = new Set<string>();
  const uses: AmbientUse[] = [];
  walk(file.program, (node, parent) => {
    const name = nameOf(node);
    if (name === null || !names.has(name)) return;
    if (parent !== null && declares(parent, node)) declared.add(name);
    else if (parent === null || !isMerelyAName(parent, node)) uses.push({ name, node, parent });
  });
  return uses.filter(({ name }) => !declared.has(name));
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function declares(parent: SyntaxNode, node: SyntaxNode): boolean {
  if (parent.type === 'VariableDeclarator') return parent['id'] === node;
  if (parent.type.startsWith('Import')) return parent['local'] === node;
  if (FUNCTIONS.has(parent.type)) {
    const parameters = parent['params'];
    return parent['id'] === node || (Array.isArray(parameters) && parameters.includes(node));
  }
  // `({ window })` as a parameter: the property's value stands where the name is bound.
  return (
    parent.type === 'Property' &&
    parent['shorthand'] === true &&
    parent['value'] === node &&
    parent['kind'] === 'init' &&
    isPattern(parent)
  );
}

function isPattern(property: SyntaxNode): boolean {
  return property['method'] === false && property['computed'] === false;
}

function isMerelyAName(parent: SyntaxNode, node: SyntaxNode): boolean {
  const notComputed = parent['computed'] !== true;
  if (parent.type === 'MemberExpression') return parent['property'] === node && notComputed;
  if (parent.type === 'Property') return parent['key'] === node && parent['value'] !== node && notComputed;
  return (
    (parent.type.endsWith('Definition') && parent['key'] === node && notComputed) ||
    parent.type.startsWith('TS') ||
    parent.type.startsWith('Import') ||
    parent.type.startsWith('Export')
  );
}
