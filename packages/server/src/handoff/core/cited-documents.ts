import type { Bundle, ConversationView, MessageView } from '@baton/shared-types';

/** The documents that were cited to the visitor, in order, each once with the messages that cite it. */
export function citedDocuments({ messages }: ConversationView): Bundle['cited'] {
  const all = messages.flatMap(({ citations }) => citations);
  const keys = [...new Set(all.map(keyOf))];
  return keys.flatMap((key) => {
    const citation = all.find((each) => keyOf(each) === key);
    if (!citation) return [];
    const cites = ({ citations }: MessageView) => citations.some((each) => keyOf(each) === key);
    const { title, url } = citation;
    return [{ title, url, messageIds: messages.filter(cites).map(({ messageId }) => messageId) }];
  });
}

function keyOf({ title, url }: { readonly title: string; readonly url: string | null }): string {
  return `${url ?? ''} ${title}`;
}
