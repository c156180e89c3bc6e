import type { PendingMessage, StreamingMessage } from '@baton/client';
import type { Citation, FileRecord, MessageView, MilestoneView } from '@baton/shared-types';
import type { ShownView } from './shown-view.js';

/** Messages of one speaker that follow each other within this time stand together. */
const GROUP_MS = 120_000;

/** `company`: what the system itself wrote on the company's behalf. */
export type Speaker =
  | { readonly kind: 'visitor' | 'assistant' | 'company'; readonly name?: never }
  | { readonly kind: 'agent'; readonly name: string };

export interface ThreadMessage {
  /** Stays the same from outbox or stream to the log: the visitor's client id, else the message id. */
  readonly key: string;
  readonly text: string;
  /** Epoch milliseconds; absent while it is on its way. */
  readonly at?: number;
  /** `unsaved`: waits, and would be lost with this page because nothing can be stored in this browser. */
  readonly state: 'stored' | 'streaming' | 'unsaved' | PendingMessage['state'];
  /** Of what stands in the log. */
  readonly interrupted?: boolean;
  readonly citations?: readonly Citation[];
  readonly files?: readonly FileRecord[];
}

export type ThreadItem =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly speaker: Speaker;
      readonly messages: readonly ThreadMessage[];
    }
  | { readonly kind: 'milestone'; readonly key: string; readonly milestone: MilestoneView };

interface Entry {
  readonly speaker: Speaker;
  readonly message: ThreadMessage;
}

/** What stands in the log, in order. */
export function threadOf(view: ShownView | null): readonly ThreadItem[] {
  const stored = [...(view?.messages ?? []), ...(view?.milestones ?? [])].sort((a, b) => a.seq - b.seq);
  return group(
    [],
    stored.map((item) => ('messageId' in item ? fromLog(item) : item)),
  );
}

/**
 * The thread of the log with what is being spoken, then what is on its way. Items that neither adds to stay the same
 * objects, so that a stream redraws its own message and not a long conversation.
 */
export function continueThread(
  thread: readonly ThreadItem[],
  view: ShownView | null,
  streaming: StreamingMessage | null,
  pending: readonly PendingMessage[],
): readonly ThreadItem[] {
  const spoken = streaming && !view?.messages.some((message) => message.messageId === streaming.messageId);
  return group(thread, [...(spoken ? [fromStream(streaming)] : []), ...pending.map(fromOutbox)]);
}

function group(
  before: readonly ThreadItem[],
  entries: readonly (Entry | MilestoneView)[],
): readonly ThreadItem[] {
  const items = [...before];
  for (const entry of entries) {
    const last = items.at(-1);
    if (!('speaker' in entry)) {
      items.push({ kind: 'milestone', key: `milestone ${entry.seq}`, milestone: entry });
    } else if (last?.kind === 'group' && belongs(entry, last.speaker, last.messages.at(-1)?.at)) {
      items[items.length - 1] = { ...last, messages: [...last.messages, entry.message] };
    } else {
      items.push({
        kind: 'group',
        key: entry.message.key,
        speaker: entry.speaker,
        messages: [entry.message],
      });
    }
  }
  return items;
}

function belongs({ speaker, message }: Entry, before: Speaker, lastAt: number | undefined): boolean {
  if (speaker.kind !== before.kind || speaker.name !== before.name) return false;
  return !message.at || !lastAt || message.at - lastAt <= GROUP_MS;
}

function fromLog(message: MessageView): Entry {
  const { actor, clientId, messageId } = message;
  return {
    speaker: speakerOf(actor),
    message: {
      ...message,
      key: (actor.kind === 'visitor' ? clientId : null) ?? messageId,
      at: Date.parse(message.at),
      state: 'stored',
    },
  };
}

export function speakerOf(actor: MessageView['actor']): Speaker {
  if (actor.kind === 'agent') return { kind: 'agent', name: actor.name };
  return { kind: actor.kind === 'system' ? 'company' : actor.kind };
}

function fromStream({ messageId, text }: StreamingMessage): Entry {
  return { speaker: { kind: 'assistant' }, message: notStored(messageId, text, 'streaming') };
}

function fromOutbox({ clientId, text, state, unsaved }: PendingMessage): Entry {
  const shown = unsaved && state === 'queued' ? 'unsaved' : state;
  return { speaker: { kind: 'visitor' }, message: notStored(clientId, text, shown) };
}

function notStored(key: string, text: string, state: ThreadMessage['state']): ThreadMessage {
  return { key, text, state };
}
