import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { type Scene, setStage } from '../../playground/scenes.js';
import { createScriptedAgentClient } from '../../playground/scripted-agent-client.js';
import { createScriptedConsoleApi } from '../../playground/scripted-console-api.js';
import { createStillPlatform } from '../../playground/still-platform.js';
import { COLLEAGUE, ME } from '../../playground/stories.js';
import { createInboxModel } from '../inbox/inbox-model.js';
import { createUnreadModel } from '../inbox/unread-model.js';
import { createConversationModel } from './conversation-model.js';

const START = Date.parse('2026-11-20T10:00:00.000Z');

/** The first conversation of a scene, as the agent has it open. */
function openFirst(scene: Scene) {
  const { workspace, script } = setStage(scene, START);
  const client = createScriptedAgentClient(workspace);
  const api = createScriptedConsoleApi(workspace, script);
  const unread = createUnreadModel(createStillPlatform().store, ME);
  const inbox = createInboxModel({ client, api, me: ME, unread });
  const [held] = workspace.conversations.value;
  if (!held) throw new Error('The scene is empty.');
  const conversation = createConversationModel({ client, inbox, conversationId: held.id, draft: signal('') });
  return { held, conversation, inbox };
}

describe('createConversationModel', () => {
  it('makes the conversation mine when I accept', async () => {
    const { conversation } = openFirst('desk');
    expect(conversation.standing.value).toEqual({ kind: 'offered' });
    expect(await conversation.act('accept')).toBe(true);
    expect(conversation.standing.value).toEqual({ kind: 'mine' });
    expect(conversation.busy.value).toBeNull();
  });

  it('two-agents-one-accept: the loser reads who has it', async () => {
    const { conversation } = openFirst('contested');
    expect(await conversation.act('accept')).toBe(false);
    expect(conversation.beatenBy.value).toEqual({ name: COLLEAGUE.name });
    expect(conversation.error.value).toBeNull();
    conversation.dismissError();
    expect(conversation.beatenBy.value).toBeNull();
  });

  it('does one act at a time', async () => {
    const { conversation } = openFirst('desk');
    const first = conversation.act('accept');
    expect(await conversation.act('decline')).toBe(false);
    expect(await first).toBe(true);
  });

  it('sends nothing for somebody who does not own the conversation', () => {
    const { conversation, held } = openFirst('desk');
    conversation.edit('Hello');
    conversation.send();
    expect(held.pending.value).toEqual([]);
    expect(conversation.draft.value).toBe('Hello');
  });

  it('sends what the owner wrote and empties the field', async () => {
    const { conversation, held } = openFirst('desk');
    await conversation.act('accept');
    conversation.edit('  Hello  ');
    conversation.send();
    expect(held.pending.value.map(({ text }) => text)).toEqual(['Hello']);
    expect(conversation.draft.value).toBe('');
  });

  it('keeps a message that is empty or too long in the field', async () => {
    const { conversation, held } = openFirst('desk');
    await conversation.act('accept');
    for (const text of ['   ', 'x'.repeat(4001)]) {
      conversation.edit(text);
      conversation.send();
      expect(conversation.draft.value).toBe(text);
    }
    expect(held.pending.value).toEqual([]);
    expect(conversation.charactersLeft.value).toBe(-1);
  });

  it('puts a suggestion into the field without losing what stands there, and never sends it', async () => {
    const { conversation, held } = openFirst('desk');
    await conversation.act('accept');
    conversation.insert('Suggested');
    expect(conversation.draft.value).toBe('Suggested');
    conversation.insert('More');
    expect(conversation.draft.value).toBe('Suggested\nMore');
    expect(held.pending.value).toEqual([]);
  });

  it('knows every span that was read from a message, rivals too', () => {
    const { conversation, held } = openFirst('desk');
    const [first] = held.view.value?.messages ?? [];
    if (!first) throw new Error('The story is empty.');
    const quotes = conversation
      .spansOf(first.messageId)
      .map(({ start, end }) => first.text.slice(start, end));
    expect(quotes).toContain('40 people');
    expect(quotes).toContain('want chat and e-mail in one place');
  });

  it('shows the same words again when asked again', () => {
    const { conversation, held } = openFirst('desk');
    const evidence = held.facts[0]?.current?.evidence[0];
    if (!evidence) throw new Error('The story has no evidence.');
    conversation.showEvidence(evidence);
    const before = conversation.highlight.value;
    conversation.showEvidence(evidence);
    expect(before?.span).toEqual({ start: evidence.start, end: evidence.end });
    expect(conversation.highlight.value?.turn).toBeGreaterThan(before?.turn ?? 0);
  });
});

describe('createInboxModel', () => {
  it('moves through the rows on screen and stays at the ends', () => {
    const { inbox } = openFirst('desk');
    const order = inbox.sections.value.flatMap(({ key, rows }) =>
      key === 'closed' ? [] : rows.map((row) => row.conversationId),
    );
    expect(inbox.neighbour(1)).toBe(order[0]);
    inbox.select(order[0] ?? null);
    expect(inbox.neighbour(-1)).toBe(order[0]);
    expect(inbox.neighbour(1)).toBe(order[1]);
    inbox.select(order.at(-1) ?? null);
    expect(inbox.neighbour(1)).toBe(order.at(-1));
  });

  it('accepts the selected offer, else the one with the nearest deadline', () => {
    const { inbox } = openFirst('desk');
    const [urgent, other] = inbox.offers.value;
    expect(inbox.offerToAccept()).toBe(urgent);
    inbox.select(other?.conversationId ?? null);
    expect(inbox.offerToAccept()).toBe(other);
  });
});
