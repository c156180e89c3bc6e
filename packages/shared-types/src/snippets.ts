import type { SnippetId } from './ids.js';

/** A canned reply of the workspace. `text` may hold variables such as `{{visitor.first_name}}`. */
export interface Snippet {
  readonly id: SnippetId;
  /** What is typed after the slash, e.g. `hello`; unique in the workspace. */
  readonly shortcut: string;
  readonly title: string;
  readonly text: string;
  /** The name of who changed it last. */
  readonly updatedBy: string;
  /** ISO 8601 UTC. */
  readonly updatedAt: string;
}

export type SnippetContent = Pick<Snippet, 'shortcut' | 'title' | 'text'>;

/** What a snippet may name. The console fills these in from what is known; a gap stays visible and is never sent. */
export const SNIPPET_VARIABLES = [
  'visitor.name',
  'visitor.first_name',
  'visitor.company',
  'visitor.email',
  'agent.name',
  'agent.first_name',
  'workspace.name',
  'site.name',
] as const;
export type SnippetVariable = (typeof SNIPPET_VARIABLES)[number];
