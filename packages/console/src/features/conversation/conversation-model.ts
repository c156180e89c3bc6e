import type { AgentClient, AgentConversation } from '@baton/client';
import type { ConversationId, Evidence, MessageId, WireError } from '@baton/shared-types';
import { LIMITS } from '@baton/shared-types';
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { wireErrorOf } from '../../api/describe-error.js';
import type { InboxModel } from '../inbox/inbox-model.js';
import type { Span } from './slice-spans.js';
import { type Standing, standingOf } from './standing.js';
import { type ThreadItem, threadItems } from './thread-items.js';

export type ConversationAct = 'accept' | 'decline' | 'takeOver';

/** What the reader asked to see; `turn` rises so that the same words can be shown twice. */
export interface Highlight {
  readonly messageId: MessageId;
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly turn: number;
}

export interface ConversationModel {
  readonly conversationId: ConversationId;
  readonly conversation: AgentConversation;
  readonly items: ReadonlySignal<readonly ThreadItem[]>;
  readonly standing: ReadonlySignal<Standing>;
  readonly draft: Signal<string>;
  readonly charactersLeft: ReadonlySignal<number>;
  readonly highlight: ReadonlySignal<Highlight | null>;
  readonly busy: ReadonlySignal<ConversationAct | null>;
  readonly error: ReadonlySignal<WireError | null>;
  /** I was second: the name of who has it now, once known. */
  readonly beatenBy: ReadonlySignal<{ readonly name: string | null } | null>;
  /** Nobody on our side has written yet, so a first reply is worth suggesting. */
  readonly unanswered: ReadonlySignal<boolean>;
  spansOf(messageId: MessageId): readonly Span[];
  /** Resolves to true when it was done. */
  act(act: ConversationAct): Promise<boolean>;
  /** Does something that is refused with a reason; resolves to true when it was done. */
  attempt(act: () => Promise<void>): Promise<boolean>;
  /** A note for colleagues is being written where replies are. */
  readonly noting: Signal<boolean>;
  send(): void;
  edit(text: string): void;
  /** Puts words into the composer for the agent to change; never sends. */
  insert(text: string): void;
  showEvidence(evidence: Evidence): void;
  showMessage(messageId: MessageId): void;
  clearHighlight(): void;
  dismissError(): void;
  leave(): void;
}

export function createConversationModel(deps: {
  readonly client: AgentClient;
  readonly inbox: InboxModel;
  readonly conversationId: ConversationId;
  readonly draft: Signal<string>;
}): ConversationModel {
  const { client, inbox, conversationId, draft } = deps;
  const conversation = client.open(conversationId);
  const { view } = conversation;
  const highlight = signal<Highlight | null>(null);
  const busy = signal<ConversationAct | null>(null);
  const error = signal<WireError | null>(null);
  const beaten = signal(false);
  let turn = 0;

  const standing = computed(() => standingOf(view.value, inbox.rowOf(conversationId), inbox.me));
  const spans = computed(() => spansByMessage(Object.values(view.value?.slots ?? {})));

  return {
    conversationId,
    conversation,
    items: computed(() =>
      threadItems({
        view: view.value,
        streaming: conversation.streaming.value,
        pending: conversation.pending.value,
      }),
    ),
    standing,
    draft,
    charactersLeft: computed(() => LIMITS.messageCharacters - draft.value.trim().length),
    highlight,
    busy,
    error,
    beatenBy: computed(() => {
      if (!beaten.value || standing.value.kind === 'mine') return null;
      return { name: standing.value.kind === 'colleague' ? standing.value.name : null };
    }),
    unanswered: computed(() => !view.value?.messages.some((message) => message.actor.kind === 'agent')),
    spansOf: (messageId) => spans.value.get(messageId) ?? [],
    async act(act) {
      if (busy.value) return false;
      batch(() => {
        busy.value = act;
        error.value = null;
        beaten.value = false;
      });
      try {
        await conversation[act]();
        return true;
      } catch (thrown) {
        const wire = wireErrorOf(thrown);
        if (wire.code === 'handoff_taken') beaten.value = true;
        else error.value = wire;
        return false;
      } finally {
        busy.value = null;
      }
    },
    noting: signal(false),
    async attempt(act) {
      error.value = null;
      try {
        await act();
        return true;
      } catch (thrown) {
        error.value = wireErrorOf(thrown);
        return false;
      }
    },
    send() {
      const text = draft.value.trim();
      if (text === '' || text.length > LIMITS.messageCharacters || standing.value.kind !== 'mine') return;
      batch(() => {
        draft.value = '';
        error.value = null;
      });
      conversation.setTyping(false);
      // A refused message stays in the thread as failed with its reason; a change of hands concerns the whole pane.
      conversation.send(text).catch((thrown: unknown) => {
        const wire = wireErrorOf(thrown);
        if (wire.code === 'not_owner' || wire.code === 'conversation_closed') error.value = wire;
      });
    },
    edit(text) {
      draft.value = text;
      if (standing.value.kind === 'mine') conversation.setTyping(text.trim() !== '');
    },
    insert(text) {
      const held = draft.value.trimEnd();
      draft.value = held === '' ? text : `${held}\n${text}`;
    },
    showEvidence({ messageId, start, end }) {
      turn += 1;
      highlight.value = { messageId, span: { start, end }, turn };
    },
    showMessage(messageId) {
      turn += 1;
      highlight.value = { messageId, span: null, turn };
    },
    clearHighlight() {
      highlight.value = null;
    },
    dismissError() {
      batch(() => {
        error.value = null;
        beaten.value = false;
      });
    },
    leave: () => conversation.leave(),
  };
}

type Slots = readonly {
  readonly key: string;
  readonly current: { readonly evidence: readonly Evidence[] } | null;
  readonly rivals: readonly { readonly evidence: readonly Evidence[] }[];
  readonly declinedEvidence: readonly Evidence[];
}[];

function spansByMessage(slots: Slots): ReadonlyMap<MessageId, readonly Span[]> {
  const spans = new Map<MessageId, Span[]>();
  for (const slot of slots) {
    const values = slot.current ? [slot.current, ...slot.rivals] : slot.rivals;
    for (const { messageId, start, end } of [
      ...values.flatMap(({ evidence }) => evidence),
      ...slot.declinedEvidence,
    ]) {
      const held = spans.get(messageId) ?? [];
      held.push({ start, end, key: slot.key });
      spans.set(messageId, held);
    }
  }
  return spans;
}
