import { SNIPPET_VARIABLES } from '@baton/shared-types';

const KNOWN: ReadonlySet<string> = new Set(SNIPPET_VARIABLES);

/** The names in double braces that no snippet may hold, each once. */
export function unknownVariables(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{\s*([^{}]{0,60}?)\s*\}\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => !KNOWN.has(name)))];
}
