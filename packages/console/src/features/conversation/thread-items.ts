import type { PendingMessage, StreamingMessage } from '@baton/client';
import type {
  Actor,
  ConversationView,
  DecisionLine,
  MessageView,
  MilestoneView,
  NoteView,
  OverrideLine,
} from '@baton/shared-types';

/** One line of the thread, in the order of the log; what is not in the log yet stands last. */
export type ThreadItem =
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: MessageView;
      readonly continued: boolean;
    }
  | { readonly kind: 'milestone'; readonly key: string; readonly milestone: MilestoneView }
  | { readonly kind: 'decision'; readonly key: string; readonly line: DecisionLine }
  | { readonly kind: 'note'; readonly key: string; readonly note: NoteView }
  | { readonly kind: 'override'; readonly key: string; readonly line: OverrideLine }
  | { readonly kind: 'streaming'; readonly key: string; readonly text: string; readonly continued: boolean }
  | {
      readonly kind: 'pending';
      readonly key: string;
      readonly message: PendingMessage;
      readonly continued: boolean;
    };

/** Messages of one speaker within this time read as one. */
const GROUP_MS = 120_000;

export interface ThreadParts {
  readonly view: ConversationView | null;
  readonly streaming: StreamingMessage | null;
  readonly pending: readonly PendingMessage[];
}

export function threadItems({ view, streaming, pending }: ThreadParts): readonly ThreadItem[] {
  const logged = view ? loggedItems(view) : [];
  const spoken = new Set(view?.messages.map((message) => message.messageId));
  const items: ThreadItem[] = [...logged];
  if (streaming && !spoken.has(streaming.messageId)) {
    const continued = followsAssistant(items.at(-1));
    items.push({ kind: 'streaming', key: streaming.messageId, text: streaming.text, continued });
  }
  for (const message of pending) {
    const before = items.at(-1);
    const continued =
      before?.kind === 'pending' || (before?.kind === 'message' && before.message.actor.kind === 'agent');
    items.push({ kind: 'pending', key: message.clientId, message, continued });
  }
  return items;
}

function loggedItems(view: ConversationView): readonly ThreadItem[] {
  const placed: { seq: number; item: ThreadItem }[] = [
    ...view.messages.map((message) => ({
      seq: message.seq,
      item: { kind: 'message' as const, key: message.messageId, message, continued: false },
    })),
    ...view.milestones.map((milestone) => ({
      seq: milestone.seq,
      item: { kind: 'milestone' as const, key: `milestone-${milestone.seq}`, milestone },
    })),
    ...view.decisions.map((line) => ({
      seq: line.seq,
      item: { kind: 'decision' as const, key: `decision-${line.seq}`, line },
    })),
    ...view.notes.map((note) => ({
      seq: note.seq,
      item: { kind: 'note' as const, key: `note-${note.seq}`, note },
    })),
    ...view.overrides.map((line) => ({
      seq: line.seq,
      item: { kind: 'override' as const, key: `override-${line.seq}`, line },
    })),
  ];
  placed.sort((a, b) => a.seq - b.seq);
  return placed.map(({ item }, place) => {
    const before = placed[place - 1]?.item;
    if (item.kind !== 'message' || before?.kind !== 'message') return item;
    return { ...item, continued: continues(before.message, item.message) };
  });
}

function continues(before: MessageView, after: MessageView): boolean {
  return (
    speaker(before.actor) === speaker(after.actor) && Date.parse(after.at) - Date.parse(before.at) < GROUP_MS
  );
}

function followsAssistant(item: ThreadItem | undefined): boolean {
  return item?.kind === 'message' && item.message.actor.kind === 'assistant';
}

function speaker(actor: Actor): string {
  return actor.kind === 'agent' ? actor.id : actor.kind;
}
