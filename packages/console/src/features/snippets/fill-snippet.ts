import type { SnippetVariable } from '@baton/shared-types';

export type SnippetValues = Readonly<Record<SnippetVariable, string | null>>;

const VARIABLE = /\{\{\s*([a-z_.]+)\s*\}\}/g;

/** Puts what is known in the place of each variable; what is not known stays a visible gap. */
export function fillSnippet(text: string, values: SnippetValues): string {
  return text.replace(VARIABLE, (gap, name: string) =>
    isVariable(name, values) ? (values[name] ?? gap) : gap,
  );
}

/** The variables that still stand in a text, each once: it must not be sent like that. */
export function gapsIn(text: string, values: SnippetValues): readonly SnippetVariable[] {
  const names = [...text.matchAll(VARIABLE)].flatMap(([, name = '']) =>
    isVariable(name, values) ? [name] : [],
  );
  return [...new Set(names)];
}

/** What the slash before the cursor asks for: the letters after it, or null when there is no such slash. */
export function snippetQuery(text: string, cursor: number): string | null {
  const match = /(?:^|\s)\/([\p{L}\p{N}_-]{0,24})$/u.exec(text.slice(0, cursor));
  return match ? (match[1] ?? '') : null;
}

function isVariable(name: string, values: SnippetValues): name is SnippetVariable {
  return Object.hasOwn(values, name);
}
