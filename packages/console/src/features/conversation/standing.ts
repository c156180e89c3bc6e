import type { AgentId, ConversationView, InboxRow } from '@baton/shared-types';

/** How this agent stands to a conversation, and so what they may do. */
export type Standing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'mine' }
  | { readonly kind: 'offered' }
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'colleague'; readonly name: string };

/** Read from the log's own view; the inbox row only tells whether an offer is meant for me before the view is there. */
export function standingOf(view: ConversationView | null, row: InboxRow | undefined, me: AgentId): Standing {
  if (!view) return { kind: 'loading' };
  if (view.status === 'closed') return { kind: 'closed' };
  const { owner, handoff } = view;
  switch (owner.kind) {
    case 'agent':
      return owner.id === me ? { kind: 'mine' } : { kind: 'colleague', name: owner.name };
    case 'assistant':
    case 'queue':
      if (handoff?.state === 'offered' && isOfferedTo(handoff.offeredTo, row, me)) return { kind: 'offered' };
      return { kind: owner.kind };
  }
}

function isOfferedTo(offeredTo: readonly AgentId[], row: InboxRow | undefined, me: AgentId): boolean {
  return offeredTo.includes(me) || row?.handoff?.offeredToMe === true;
}
