import type { SearchHit, SiteId, Snippet, SnippetContent } from '@baton/shared-types';
import type { Sightings } from '../api/console-api.js';
import { fakeId } from './fake-ids.js';
import { rowOf, type ScriptedWorkspace } from './scripted-agent-client.js';

export function sampleSnippet(number: number, content: SnippetContent): Snippet {
  return {
    ...content,
    id: fakeId('snp', number),
    updatedBy: 'Lena Brandt',
    updatedAt: '2026-11-18T10:12:00.000Z',
  };
}

export const SNIPPETS: readonly Snippet[] = [
  {
    shortcut: 'hello',
    title: 'Greeting',
    text: 'Hi {{visitor.first_name}}, {{agent.first_name}} from {{workspace.name}} here. I have read what you told our assistant.',
  },
  {
    shortcut: 'offer',
    title: 'Offer follows',
    text: 'I will send the offer to {{visitor.email}} today. Is {{visitor.company}} the name for the invoice?',
  },
  { shortcut: 'bye', title: 'Goodbye', text: 'Thank you for writing to us. Have a good day!' },
].map((content, place) => sampleSnippet(place + 1, content));

/** The first site is seen and knocked at from a wrong origin, the second has never called. */
export function sampleSightings(id: SiteId): Sightings {
  const now = Date.now();
  const at = (secondsAgo: number) => new Date(now - secondsAgo * 1000).toISOString();
  return {
    now: at(0),
    sightings:
      id === fakeId('sit', 1)
        ? [
            { origin: 'https://www.northwind.example', accepted: true, lastSeenAt: at(8) },
            { origin: 'https://help.northwind.example', accepted: false, lastSeenAt: at(4_000) },
          ]
        : [],
  };
}

/** Plain inclusion is enough to look at. */
export function searchHits(workspace: ScriptedWorkspace, query: string): readonly SearchHit[] {
  const wanted = query.toLowerCase();
  return workspace.conversations.value
    .flatMap((held): SearchHit[] => {
      const row = rowOf(held);
      const message = held.view.value?.messages.findLast(({ text }) => text.toLowerCase().includes(wanted));
      if (!message) return row.label.toLowerCase().includes(wanted) ? [{ row, message: null }] : [];
      const start = message.text.toLowerCase().indexOf(wanted);
      const from = Math.max(0, start - 40);
      const { messageId, at, text } = message;
      return [
        {
          row,
          message: {
            messageId,
            at,
            from: message.actor.kind,
            excerpt: text.slice(from, from + 160),
            start: start - from,
            end: start - from + wanted.length,
            wordStart: start,
            wordEnd: start + wanted.length,
          },
        },
      ];
    })
    .slice(0, 20);
}
