import { AGENT_COMMAND, type CardLine, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn } from '../../../test/chat.js';
import { createWorld, type World } from '../../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world?.stop());

const once = () => crypto.randomUUID();

async function cardOf(chat: Chat): Promise<readonly CardLine[]> {
  const reply = await chat.visitor.ask(VISITOR_COMMAND.readCard, {});
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.lines;
}

const act = (chat: Chat, name: 'card.correct' | 'card.withdraw', payload: object) =>
  chat.visitor.ask(name, { clientId: once(), ...payload });

describe('the card that a visitor sees', () => {
  it('shows what was noted with the words it was read from, and nothing else', async () => {
    const chat = await chatIn(world);
    await chat.say('Hello');
    expect(await cardOf(chat)).toEqual([]);
    await chat.say('What does it cost for a team of 40 people?');
    expect(await cardOf(chat)).toMatchObject([
      { key: 'team_size', state: 'noted', display: '40', quote: '40 people' },
    ]);
  });

  it('is corrected by words that become a message and the proof of the new value', async () => {
    const chat = await chatIn(world);
    await chat.say('We are 40 people');
    expect(await act(chat, 'card.correct', { key: 'team_size', text: '14' })).toMatchObject({ ok: true });
    const log = await chat.log();
    const corrected = log.find((event) => event.type === 'slot.corrected');
    if (corrected?.type !== 'slot.corrected') throw new Error('nothing was corrected');
    expect(corrected.actor.kind).toBe('visitor');
    const [proof] = corrected.data.slot.current?.evidence ?? [];
    const said = log.find(
      (event) => event.type === 'message.sent' && event.data.messageId === proof?.messageId,
    );
    const text = said?.type === 'message.sent' ? said.data.text : '';
    expect(text.slice(proof?.start, proof?.end)).toBe(proof?.quote);
    expect(corrected.data.slot.current?.value).toEqual({ min: 14, max: 14 });
    expect(await cardOf(chat)).toContainEqual(expect.objectContaining({ key: 'team_size', display: '14' }));
  });

  it('takes no value that cannot be read from the words', async () => {
    const chat = await chatIn(world);
    await chat.say('my email is kim@lakeside.example');
    const refused = await act(chat, 'card.correct', { key: 'email', text: 'not an address' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(await act(chat, 'card.correct', { key: 'no_such_slot', text: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await cardOf(chat)).toMatchObject([{ key: 'email', display: 'kim@lakeside.example' }]);
  });

  it('withdraws, also after the end, and the bundle says so while the log keeps the words', async () => {
    const chat = await chatIn(world);
    await chat.say('my email is kim@lakeside.example');
    await chat.visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: once() });
    expect(await act(chat, 'card.withdraw', { key: 'email' })).toMatchObject({ ok: true });
    expect(await cardOf(chat)).toMatchObject([
      { key: 'email', state: 'withdrawn', display: null, quote: null },
    ]);
    const cookie = await world.signIn('tidewater', 'agent');
    const bundle = await (
      await world.http('GET', `/api/conversations/${chat.id()}/bundle`, { cookie })
    ).json();
    expect(bundle.slots).toContainEqual(
      expect.objectContaining({ key: 'email', state: 'withdrawn', current: null }),
    );
    expect(bundle.visitor.claimed.email).toBeNull();
    expect(JSON.stringify(await chat.log())).toContain('kim@lakeside.example');
  });

  it('A38: nobody corrects, withdraws or rates in a closed conversation what its end forbids', async () => {
    const chat = await chatIn(world);
    await chat.say('We are 40 people');
    await chat.visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: once() });
    expect(await act(chat, 'card.correct', { key: 'team_size', text: '14' })).toMatchObject({
      ok: false,
      error: { code: 'conversation_closed' },
    });
  });
});

describe('a rating', () => {
  it('may come after the end; the latest counts, and a retry is the first one', async () => {
    const chat = await chatIn(world);
    await chat.say('Hello');
    await chat.visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: once() });
    const clientId = once();
    const first = await chat.visitor.ask('conversation.rate', { clientId, score: 2, comment: null });
    const again = await chat.visitor.ask('conversation.rate', { clientId, score: 5, comment: 'changed' });
    expect(again).toEqual(first);
    await chat.visitor.ask('conversation.rate', { clientId: once(), score: 4, comment: 'Quick and kind' });
    const agent = await world.agent('tidewater');
    const opened = await agent.ask(AGENT_COMMAND.openConversation, { conversationId: chat.id() });
    expect(opened.ok && opened.value.view.rating).toMatchObject({ score: 4, comment: 'Quick and kind' });
  });

  it.each([0, 6, 2.5, '5', null])('of %j is none', async (score) => {
    const chat = await chatIn(world);
    await chat.say('Hello');
    expect(
      await chat.visitor.ask('conversation.rate', { clientId: once(), score, comment: null }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
  });

  it('A33: without a conversation of one’s own there is nothing to rate, read or withdraw', async () => {
    const stranger = await world.visitor('tidewater');
    for (const [name, payload] of [
      ['conversation.rate', { clientId: once(), score: 1, comment: null }],
      ['conversation.close', { clientId: once() }],
      ['card.read', {}],
      ['card.withdraw', { clientId: once(), key: 'email' }],
      ['log.read', { after: 0 }],
    ] as const) {
      expect(await stranger.ask(name, payload)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
  });
});
