/** A property or method of an interface as its source says it. */
export interface Described {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  /** The comment above it, in one line; empty without one. */
  readonly words: string;
}

/** Reads the members of one interface out of a source file. */
export function describeInterface(source: string, name: string): readonly Described[] {
  const body = new RegExp(`export interface ${name}[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(source)?.[1];
  if (body === undefined) throw new Error(`There is no interface ${name}.`);
  const member =
    /(?: {2}\/\*\*([\s\S]*?)\*\/\n)? {2}(?:readonly )?('?[\w.]+'?)(\??)(:|(?=[(<]))([\s\S]*?);(?=\n {2}[^\s}]|$)/g;
  return [...body.matchAll(member)].map(([, comment = '', key = '', optional, , type = '']) => ({
    name: key.replaceAll("'", ''),
    type: oneLine(type),
    isOptional: optional === '?',
    words: oneLine(comment.replace(/^\s*\* ?/gm, '')),
  }));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
