import { beforeEach, describe, expect, test } from 'vitest';
import { wireError } from '../test/server-model.js';
import { VisitorWorld } from '../test/visitor-world.js';

describe('visitor client', () => {
  let world: VisitorWorld;
  beforeEach(() => {
    world = new VisitorWorld();
  });

  function only<T>(list: readonly T[]): T {
    const [first] = list;
    if (list.length !== 1 || first === undefined) throw new Error(`${list.length} instead of one`);
    return first;
  }

  test('the first handshake has no token; the token is kept under the site key and presented from then on', async () => {
    const { client } = await world.onlineTab();
    expect(world.server.tokens).toEqual([null]);
    const token = client.session.value?.token;
    expect(world.storage.entries.get('baton:key:token')).toBe(token);
    client.destroy();
    await world.onlineTab();
    expect(world.server.tokens).toEqual([null, token]);
    expect(world.server.visitors.size).toBe(1);
  });

  test('the first message: pending at once, acknowledged, then in the view without a gap between', async () => {
    const { client } = await world.onlineTab();
    const shown: string[] = [];
    const note = () =>
      shown.push(`${client.pending.value.length} + ${client.view.value?.messages.length ?? 0}`);
    client.pending.subscribe(note);
    client.view.subscribe(note);
    const acknowledged = client.send('Hello');
    expect(client.pending.value).toMatchObject([{ text: 'Hello' }]);
    await world.time.pass();
    await expect(acknowledged).resolves.toMatchObject({ seq: 2 });
    expect(client.view.value?.messages).toMatchObject([{ text: 'Hello' }]);
    expect(client.pending.value).toEqual([]);
    expect(shown.slice(2)).not.toContain('0 + 0');
  });

  test('typed before connecting, sent once connected', async () => {
    const { client } = world.tab();
    void client.send('early');
    expect(client.pending.value).toMatchObject([{ state: 'queued' }]);
    client.connect();
    await world.time.pass(200);
    expect(world.server.said(only(world.server.conversations))).toEqual(['early']);
  });

  test('a page that changes without being loaded is told once something is said there, once', async () => {
    const { client, goTo } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass(200);
    expect(world.server.pages).toEqual(['https://shop.example/pricing']);
    goTo('https://shop.example/docs');
    await world.time.pass(200);
    expect(world.server.pages).toHaveLength(1);
    world.server.speak(only(world.server.conversations), 'How can I help?');
    await world.time.pass(200);
    void client.send('Where is it?');
    await world.time.pass(200);
    expect(world.server.pages).toEqual(['https://shop.example/pricing', 'https://shop.example/docs']);
    expect(world.server.said(only(world.server.conversations))).toEqual(['Hello', 'Where is it?']);
  });

  test('a reload shows the whole log again', async () => {
    const { client } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass();
    for (const text of ['a', 'b', 'c', 'd', 'e']) world.server.speak(only(world.server.conversations), text);
    client.destroy();
    const again = await world.onlineTab();
    expect(again.client.view.value).toEqual(world.server.viewOf(only(world.server.conversations)));
  });

  test('the answer was lost with the connection: found in the log, not sent twice', async () => {
    const { client } = await world.onlineTab();
    void client.send('one');
    await world.time.pass();
    world.server.faults = { notice: () => [], answer: () => 'breaks' };
    const second = client.send('two');
    await world.time.pass();
    world.server.faults = { notice: () => [0], answer: () => 'arrives' };
    await world.time.pass(2_000);
    await expect(second).resolves.toMatchObject({ seq: 3 });
    expect(world.server.commands.filter((name) => name === 'message.send')).toHaveLength(2);
  });

  test('a server killed in the middle: everything typed meanwhile arrives once and in order', async () => {
    const { client } = await world.onlineTab();
    void client.send('before');
    await world.time.pass();
    world.server.reachable = false;
    world.server.dropAll();
    for (const text of ['1', '2', '3']) void client.send(text);
    await world.time.pass(45_000);
    expect(client.connection.value.kind).toBe('waiting');
    expect(client.pending.value.map(({ state }) => state)).toEqual(['queued', 'queued', 'queued']);
    world.server.reachable = true;
    await world.time.pass(31_000);
    expect(world.server.said(only(world.server.conversations))).toEqual(['before', '1', '2', '3']);
    expect(client.pending.value).toEqual([]);
  });

  test('the place in the queue is what the server said last about this conversation', async () => {
    const { client } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass();
    const { id: conversationId } = only(world.server.conversations);
    const handoffId = 'hnd_1' as never;
    const place = { handoffId, position: 2, waitSeconds: 60, promisedBy: null, peopleThere: 1 };
    expect(client.place.value).toBeNull();
    world.server.tellAll('queue.changed', { conversationId, place });
    world.server.tellAll('queue.changed', {
      conversationId: 'cnv_other' as never,
      place: { ...place, position: 9 },
    });
    await world.time.pass();
    expect(client.place.value).toEqual(place);
    world.server.tellAll('queue.changed', { conversationId, place: null });
    await world.time.pass();
    expect(client.place.value).toBeNull();
  });

  test('streaming: deltas are shown, the final message replaces them', async () => {
    const { client } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass();
    const conversation = only(world.server.conversations);
    const messageId = 'msg_6' as never;
    world.server.tellAll('stream.start', { conversationId: conversation.id, messageId });
    world.server.tellAll('stream.delta', { messageId, offset: 0, text: 'Good ' });
    world.server.tellAll('stream.delta', { messageId, offset: 5, text: 'morning' });
    await world.time.pass();
    expect(client.streaming.value).toEqual({ messageId, text: 'Good morning' });
    world.server.speak(conversation, 'Good morning.', messageId);
    await world.time.pass();
    expect(client.streaming.value).toBeNull();
    expect(client.view.value?.messages.at(-1)?.text).toBe('Good morning.');
  });

  test('streaming: a discarded stream disappears, and one that broke with the connection too', async () => {
    const { client } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass();
    const { id } = only(world.server.conversations);
    const messageId = 'msg_77' as never;
    world.server.tellAll('stream.start', { conversationId: id, messageId });
    world.server.tellAll('stream.end', { messageId });
    await world.time.pass();
    expect(client.streaming.value).toBeNull();
    world.server.tellAll('stream.start', { conversationId: id, messageId });
    world.server.tellAll('stream.delta', { messageId, offset: 0, text: 'I was' });
    await world.time.pass();
    world.server.dropAll();
    await world.time.pass();
    expect(client.streaming.value?.text).toBe('I was');
    await world.time.pass(1_000);
    expect(client.streaming.value).toBeNull();
  });

  test('typing of the other side is shown, forgotten after a while, and ended by the message', async () => {
    const { client } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass();
    const conversation = only(world.server.conversations);
    const typing = { conversationId: conversation.id, name: null, on: true } as const;
    world.server.tellAll('typing.changed', { ...typing, who: 'visitor' });
    await world.time.pass();
    expect(client.peerTyping.value).toBeNull();
    world.server.tellAll('typing.changed', { ...typing, who: 'assistant' });
    await world.time.pass();
    expect(client.peerTyping.value).toEqual({ who: 'assistant', name: null });
    world.server.speak(conversation, 'Hi');
    await world.time.pass();
    expect(client.peerTyping.value).toBeNull();
    world.server.tellAll('typing.changed', { ...typing, who: 'agent', name: 'Mia' });
    await world.time.pass(5_999);
    expect(client.peerTyping.value).toEqual({ who: 'agent', name: 'Mia' });
    await world.time.pass(1);
    expect(client.peerTyping.value).toBeNull();
  });

  test('own typing is told at most every three seconds', async () => {
    const { client } = await world.onlineTab();
    for (let key = 0; key < 10; key += 1) client.setTyping(true);
    client.setTyping(false);
    client.setTyping(false);
    await world.time.pass();
    expect(world.server.commands.filter((name) => name === 'typing.set')).toHaveLength(2);
  });

  test('a token that the server no longer knows is forgotten, and the visitor starts again', async () => {
    world.storage.entries.set('baton:key:token', 'old');
    world.server.refuseNext = ['session_invalid'];
    const { client } = world.tab();
    client.connect();
    await world.time.pass(2_000);
    expect(world.server.tokens).toEqual(['old', null]);
    expect(client.connection.value.kind).toBe('online');
    expect(world.storage.entries.get('baton:key:token')).toBe(client.session.value?.token);
  });

  test('a refused site stops it: sending is refused with the reason instead of waiting for ever', async () => {
    world.server.refusal = wireError('site_refused');
    const { client } = world.tab();
    client.connect();
    await world.time.pass(1_000);
    expect(client.connection.value).toEqual({ kind: 'stopped', error: wireError('site_refused') });
    await expect(client.send('Hello')).rejects.toMatchObject({ wire: { code: 'site_refused' } });
  });

  test('without any storage it works and stays one visitor while the page is open', async () => {
    world.storage.denied = true;
    const { client } = await world.onlineTab();
    world.server.dropAll();
    await world.time.pass(1_000);
    void client.send('Hello');
    await world.time.pass();
    expect(world.server.visitors.size).toBe(1);
    expect(world.server.said(only(world.server.conversations))).toEqual(['Hello']);
  });

  test('closing a conversation; the next message begins another one', async () => {
    const { client } = await world.onlineTab();
    void client.send('Hello');
    await world.time.pass();
    await client.closeConversation();
    await world.time.pass();
    expect(client.view.value?.status).toBe('closed');
    void client.send('One more thing');
    await world.time.pass();
    expect(client.view.value?.messages).toMatchObject([{ text: 'One more thing' }]);
    expect(client.view.value?.status).toBe('open');
  });

  test('destroyed: no timer, no connection, and what was queued stays in storage', async () => {
    const { client } = await world.onlineTab();
    world.server.faults = { notice: () => [], answer: () => 'swallowed' };
    const sent = client.send('keep me');
    await world.time.pass();
    client.destroy();
    await expect(sent).rejects.toMatchObject({ wire: { code: 'unavailable' } });
    await world.time.pass();
    expect(world.server.connections()).toBe(0);
    expect(world.time.waiting()).toBe(0);
    expect(world.storage.entries.get('baton:key:outbox')).toContain('keep me');
  });
});
