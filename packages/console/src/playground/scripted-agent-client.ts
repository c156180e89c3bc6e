import {
  type AgentClient,
  type AgentConversation,
  CommandError,
  type ConnectionState,
  type ConversationAct,
} from '@baton/client';
import {
  type ConversationId,
  ERRORS,
  type ErrorCode,
  type HandoffView,
  type InboxRow,
  type PresenceState,
  type SignedInAgent,
} from '@baton/shared-types';
import { computed, type Signal, signal } from '@preact/signals';
import type { FakeConversation } from './fake-conversation.js';
import { ALREADY_SAID, COLLEAGUES, TEAMS } from './sample-colleagues.js';
import { COLLEAGUE, giveTo, ME, MY_NAME, visitorSays } from './stories.js';

export interface ScriptedWorkspace {
  readonly conversations: Signal<readonly FakeConversation[]>;
  readonly connection: Signal<ConnectionState>;
  readonly agent: SignedInAgent;
  readonly loaded: Signal<boolean>;
}

const NETWORK_MS = 350;
const ME_ACTOR = { kind: 'agent', id: ME, name: MY_NAME } as const;

/** An AgentClient over conversations in memory: acts answer after a moment, visitors reply. */
export function createScriptedAgentClient(workspace: ScriptedWorkspace): AgentClient {
  const presence = signal<PresenceState>(workspace.agent.presence);
  return {
    connection: workspace.connection,
    agent: computed(() => (workspace.loaded.value ? workspace.agent : null)),
    inbox: computed(() =>
      workspace.loaded.value ? new Map(workspace.conversations.value.map(toEntry)) : new Map(),
    ),
    presence,
    connect() {},
    async setPresence(state) {
      await later();
      presence.value = state;
    },
    open(id) {
      const held = workspace.conversations.peek().find((conversation) => conversation.id === id);
      return held ? scriptedConversation(held) : unknownConversation(id);
    },
    async colleagues() {
      await later();
      return { colleagues: COLLEAGUES, teams: TEAMS };
    },
    agentId: () => ME,
    destroy() {},
  };
}

function scriptedConversation(held: FakeConversation): AgentConversation {
  const epoch = () => (held.view.value?.epoch ?? 0) + 1;
  return {
    conversationId: held.id,
    view: held.view,
    cursor: held.cursor,
    streaming: held.streaming,
    peerTyping: held.typing,
    pending: held.pending,
    async send(text) {
      const clientId = crypto.randomUUID();
      held.pending.value = [
        ...held.pending.value,
        { clientId, text, kind: 'text', state: 'sent', error: null },
      ];
      await later();
      held.pending.value = held.pending.value.filter((message) => message.clientId !== clientId);
      held.at = Date.now();
      const messageId = held.say(ME_ACTOR, text, { clientId });
      void answer(held);
      return { conversationId: held.id, messageId, seq: held.cursor.value };
    },
    retry() {},
    discard(clientId) {
      held.pending.value = held.pending.value.filter((message) => message.clientId !== clientId);
    },
    setTyping() {},
    async accept() {
      await later();
      held.at = Date.now();
      if (held.contested) {
        giveTo(held, COLLEAGUE);
        throw refusal('handoff_taken');
      }
      giveTo(held, ME_ACTOR);
    },
    async decline() {
      await later();
      const handoffId = held.view.value?.handoff?.handoffId;
      if (handoffId) held.append(ME_ACTOR, 'handoff.declined', { handoffId, agentId: ME });
    },
    async takeOver() {
      await later();
      held.at = Date.now();
      held.append(ME_ACTOR, 'owner.changed', { owner: ME_ACTOR, epoch: epoch() });
    },
    async returnToAssistant() {
      await later();
      held.at = Date.now();
      const handoffId = held.view.value?.handoff?.handoffId;
      if (handoffId) held.append(ME_ACTOR, 'handoff.returned', { handoffId });
      held.append(ME_ACTOR, 'owner.changed', { owner: { kind: 'assistant' }, epoch: epoch() });
    },
    async close() {
      await later();
      held.at = Date.now();
      held.append(ME_ACTOR, 'conversation.closed', { by: 'agent' });
    },
    async perform(name, payload) {
      await later();
      held.at = Date.now();
      record(held, name, payload);
    },
    checkDraft: async (text) => (text.includes('how many') || text.includes('How many') ? ALREADY_SAID : []),
    viewers: signal([{ id: COLLEAGUE.id, name: COLLEAGUE.name }]),
    leave() {},
  };
}

/** A conversation that this workspace does not have stays empty, as a refused one does. */
function unknownConversation(conversationId: ConversationId): AgentConversation {
  const refuse = async () => {
    throw refusal('not_found');
  };
  return {
    conversationId,
    view: signal(null),
    cursor: signal(0),
    streaming: signal(null),
    peerTyping: signal(null),
    pending: signal([]),
    send: refuse,
    retry() {},
    discard() {},
    setTyping() {},
    accept: refuse,
    decline: refuse,
    takeOver: refuse,
    returnToAssistant: refuse,
    close: refuse,
    perform: refuse,
    checkDraft: async () => [],
    viewers: signal([]),
    leave() {},
  };
}

/** The event that the server would write for an act. */
function record(held: FakeConversation, name: ConversationAct, payload: object): void {
  const words = (key: string) => {
    const value: unknown = Reflect.get(payload, key);
    return typeof value === 'string' ? value : '';
  };
  const reason = words('reason');
  switch (name) {
    case 'note.add':
      held.append(ME_ACTOR, 'note.added', { kind: 'whisper', text: words('text') });
      return;
    case 'slot.correct': {
      const before = held.facts.find(({ key }) => key === words('key'))?.current?.display ?? null;
      const after = words('value') || null;
      held.append(ME_ACTOR, 'override.recorded', {
        override: { kind: 'slot', key: words('key'), before, after, reason },
      });
      return;
    }
    case 'automation.set': {
      const paused = Reflect.get(payload, 'paused') === true;
      held.append(ME_ACTOR, 'override.recorded', { override: { kind: 'automation', paused, reason } });
      return;
    }
    case 'conversation.barge_in':
      held.append(ME_ACTOR, 'override.recorded', {
        override: { kind: 'barge_in', from: COLLEAGUE.name, reason },
      });
      giveTo(held, ME_ACTOR);
      return;
    case 'conversation.transfer':
      giveTo(held, COLLEAGUE);
      return;
    default:
      held.append(ME_ACTOR, 'owner.changed', {
        owner: { kind: 'assistant' },
        epoch: (held.view.value?.epoch ?? 0) + 1,
      });
  }
}

async function answer(held: FakeConversation) {
  await later(900);
  held.typing.value = { who: 'visitor', name: null };
  await later(1800);
  held.typing.value = null;
  visitorSays(held, 'Perfect, that is quick. About 60 with the Hamburg team.', Date.now());
}

function toEntry(held: FakeConversation): [ConversationId, InboxRow] {
  return [held.id, rowOf(held)];
}

export function rowOf(held: FakeConversation): InboxRow {
  const view = held.view.value;
  const last = view?.messages.at(-1);
  const handoff = view?.handoff;
  const waits = handoff && handoff.state !== 'returned' && handoff.state !== 'closed' ? handoff : null;
  return {
    conversationId: held.id,
    label: held.label,
    siteName: held.siteName,
    lastText: last?.text.slice(0, 160) ?? '',
    lastAt: last?.at ?? new Date(held.at).toISOString(),
    lastFrom: last?.actor.kind ?? 'system',
    owner: view?.owner ?? { kind: 'assistant' },
    status: view?.status ?? 'open',
    verdict: held.verdict,
    tier: held.tier,
    handoff: waits
      ? {
          state:
            waits.state === 'offered' && waits.offeredTo.length === 0 ? 'requested' : narrow(waits.state),
          reason: waits.reason,
          requestedAt: waits.requestedAt,
          deadlineAt: waits.deadlineAt,
          offeredToMe: waits.offeredTo.includes(ME),
        }
      : null,
    head: held.cursor.value,
  };
}

function narrow(state: HandoffView['state']) {
  return state === 'returned' || state === 'closed' || state === 'transferred' ? 'live' : state;
}

function refusal(code: ErrorCode): CommandError {
  return new CommandError({ code, message: ERRORS[code].message });
}

function later(ms = NETWORK_MS): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
