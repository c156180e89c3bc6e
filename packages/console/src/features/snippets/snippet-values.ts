import type { Bundle } from '@baton/shared-types';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';
import type { SnippetValues } from './fill-snippet.js';

/** What is known about the open conversation, under the names that canned replies use. */
export function snippetValues(desk: DeskModel, file: OpenFile): SnippetValues {
  const bundle = file.bundle.bundle.value;
  const row = desk.inbox.rowOf(file.conversation.conversationId);
  const name = bundle?.visitor.claimed.name ?? null;
  return {
    'visitor.name': name,
    'visitor.first_name': firstName(name),
    'visitor.company': bundle ? displayOf(bundle, 'company') : null,
    'visitor.email': bundle?.visitor.claimed.email ?? null,
    'agent.name': desk.agent.name,
    'agent.first_name': firstName(desk.agent.name),
    'workspace.name': desk.agent.workspaceName,
    'site.name': row?.siteName ?? null,
  };
}

function displayOf(bundle: Bundle, kind: 'company'): string | null {
  return bundle.slots.find((slot) => slot.kind === kind)?.current?.display ?? null;
}

function firstName(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] ?? null;
}
