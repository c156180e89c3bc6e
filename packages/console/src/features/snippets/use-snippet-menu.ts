import type { Snippet } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';
import { fillSnippet, snippetQuery } from './fill-snippet.js';
import { matchingSnippets } from './snippet-menu.js';
import { snippetValues } from './snippet-values.js';

export interface SnippetMenuState {
  readonly open: boolean;
  readonly found: readonly Snippet[];
  readonly chosen: number;
  /** The text or the cursor has moved: looks whether a slash asks for a snippet. */
  look(): void;
  close(): void;
  choose(snippet: Snippet): void;
  /** Whether the menu took the key for itself. */
  onKey(event: KeyboardEvent): boolean;
}

/** The menu that a slash opens in the composer: what it offers, and what becomes of a choice. */
export function useSnippetMenu(
  desk: DeskModel,
  file: OpenFile,
  field: RefObject<HTMLTextAreaElement | null>,
): SnippetMenuState {
  const query = useSignal<string | null>(null);
  const chosen = useSignal(0);
  const cursor = useSignal<number | null>(null);
  const open = query.value !== null;
  const found = query.value === null ? [] : matchingSnippets(desk.snippets.known(), query.value);

  // After an insertion the cursor stands behind it, not at the end of the text.
  useLayoutEffect(() => {
    if (cursor.value === null || !field.current) return;
    field.current.setSelectionRange(cursor.value, cursor.value);
    cursor.value = null;
  }, [cursor.value]);

  function close() {
    query.value = null;
  }

  function choose(snippet: Snippet) {
    const element = field.current;
    if (!element) return;
    const { draft } = file.conversation;
    const end = element.selectionStart;
    const start = end - (query.peek() ?? '').length - 1;
    const text = fillSnippet(snippet.text, snippetValues(desk, file));
    file.conversation.edit(draft.peek().slice(0, start) + text + draft.peek().slice(end));
    cursor.value = start + text.length;
    close();
  }

  return {
    open,
    found,
    chosen: Math.min(chosen.value, Math.max(0, found.length - 1)),
    look() {
      const element = field.current;
      query.value = element ? snippetQuery(element.value, element.selectionStart) : null;
      chosen.value = 0;
    },
    close,
    choose,
    onKey(event) {
      if (!open) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const wanted = found[Math.min(chosen.peek(), found.length - 1)];
      if (event.key === 'Escape') close();
      else if (step !== 0 && found.length > 0)
        chosen.value = (chosen.peek() + step + found.length) % found.length;
      else if ((event.key === 'Enter' || event.key === 'Tab') && wanted && !event.shiftKey) choose(wanted);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
