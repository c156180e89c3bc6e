import { beforeEach, describe, expect, test } from 'vitest';
import { VisitorWorld } from '../test/visitor-world.js';

const QUESTION = { version: '0123456789ab', text: 'May we?', link: null };

describe('a site that asks for consent', () => {
  let world: VisitorWorld;
  beforeEach(() => {
    world = new VisitorWorld();
    world.server.consent = QUESTION;
  });

  const sent = () => world.server.commands.filter((name) => name === 'message.send').length;

  test('nothing of what is written goes out before the visitor has agreed; then everything does, in order', async () => {
    const { client } = world.tab();
    void client.send('early');
    client.connect();
    await world.time.pass(200);
    void client.send('later');
    await world.time.pass(30_000);
    expect(sent()).toBe(0);
    expect(client.pending.value.map(({ state }) => state)).toEqual(['queued', 'queued']);

    const agreed = client.setConsent(true);
    await world.time.pass(200);
    await agreed;
    expect(client.session.value?.consent?.granted).toBe(true);
    const [conversation] = world.server.conversations;
    expect(conversation && world.server.said(conversation)).toEqual(['early', 'later']);
  });

  test('a lost connection changes nothing about that', async () => {
    const { client } = await world.onlineTab();
    void client.send('hello');
    world.server.dropAll();
    await world.time.pass(30_000);
    expect(client.connection.value.kind).toBe('online');
    expect(sent()).toBe(0);
  });

  test('a refusal throws away what was written, here and in the browser’s storage, and is remembered', async () => {
    const { client } = await world.onlineTab();
    client.send('hello').catch(() => undefined);
    const refused = client.setConsent(false);
    await world.time.pass(200);
    await refused;
    expect(client.pending.value).toEqual([]);
    expect([...world.storage.entries.values()].join()).not.toContain('hello');
    client.destroy();
    const again = await world.onlineTab();
    expect(again.client.session.value?.consent?.granted).toBe(false);
    await world.time.pass(5_000);
    expect(sent()).toBe(0);
  });

  test('taken back, nothing goes out any more; agreed to again, it does', async () => {
    const { client } = await world.onlineTab();
    void client.setConsent(true);
    await world.time.pass(200);
    void client.send('one');
    await world.time.pass(200);
    expect(sent()).toBe(1);
    void client.setConsent(false);
    await world.time.pass(200);
    void client.send('two');
    await world.time.pass(5_000);
    expect(sent()).toBe(1);
    void client.setConsent(true);
    await world.time.pass(200);
    expect(sent()).toBe(2);
  });

  test('a question that has changed meanwhile is not answered by the old one: the new one is shown', async () => {
    const { client } = await world.onlineTab();
    world.server.consent = { ...QUESTION, version: 'ba9876543210', text: 'May we, for ever?' };
    const answered = client.setConsent(true);
    answered.catch(() => undefined);
    await world.time.pass(200);
    await expect(answered).rejects.toMatchObject({ wire: { code: 'consent_required' } });
    expect(client.session.value?.consent).toMatchObject({ text: 'May we, for ever?', granted: null });
  });
});
