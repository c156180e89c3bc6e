import type { Snippet } from '@baton/shared-types';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { fillSnippet } from './fill-snippet.js';
import { snippetValues } from './snippet-values.js';

/** Puts a canned reply behind what stands in the composer; the agent reads and sends it. */
export function insertSnippet(desk: DeskModel, snippet: Snippet): void {
  const file = desk.file.peek();
  if (!file) return;
  desk.panes.front.value = 'conversation';
  file.conversation.insert(fillSnippet(snippet.text, snippetValues(desk, file)));
  desk.platform.environment.setTimer(() => desk.platform.focus(ELEMENT_IDS.composer), 0);
}
