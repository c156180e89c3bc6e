import { setTimeout as sleep } from 'node:timers/promises';
import { type ConsentAsked, PROTOCOL_VERSION, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createWorld, SITE_ORIGIN, type TestVisitor, type World } from '../../test/world.js';

const QUESTION = {
  text: { en: 'May we keep what you write?', de: 'Dürfen wir speichern, was Sie schreiben?' },
  link: 'https://www.customer.example/privacy',
};

let world: World;
let site: string;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'admin');
  const [found] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  site = found?.id ?? '';
});
afterAll(() => world?.stop());
beforeEach(() => demand(QUESTION));

const demand = (consent: object | null) =>
  world.http('PUT', `/api/sites/${site}/widget`, { cookie, body: { consent } });
const write = (visitor: TestVisitor, text = 'hello there') =>
  visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' });
const answer = (visitor: TestVisitor, granted: boolean, asked = visitor.session.consent) =>
  visitor.ask(VISITOR_COMMAND.setConsent, { version: asked?.version, granted });
const countMessages = async () => (await world.sql('SELECT 1 FROM conversation_event')).length;
const recorded = (visitorId: string) =>
  world.sql<{ granted: boolean; text: string }>(
    'SELECT granted, text FROM visitor_consent WHERE visitor_id = $1 ORDER BY decided_at',
    [visitorId],
  );
async function comeAgain({ session }: TestVisitor): Promise<ConsentAsked | undefined> {
  return (await world.visitor('tidewater', { token: session.token })).session.consent;
}

describe('a site that asks for consent', () => {
  it('asks in the visitor’s language, before anything is stored of what they write', async () => {
    const visitor = await world.visitor('tidewater');
    expect(visitor.session.consent).toEqual({
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      text: QUESTION.text.en,
      link: QUESTION.link,
      granted: null,
    });
    const before = await countMessages();
    expect(await write(visitor)).toMatchObject({ ok: false, error: { code: 'consent_required' } });
    expect(await countMessages()).toBe(before);
  });

  it('takes messages once the visitor has agreed; the answer stands in the log with the words that were shown', async () => {
    const visitor = await world.visitor('tidewater');
    expect(await answer(visitor, true)).toEqual({ ok: true, value: null });
    const sent = await write(visitor);
    if (!sent.ok) throw new Error(sent.error.code);
    const log = await world.sql<{ type: string; data: object; audience: string }>(
      'SELECT type, data, audience FROM conversation_event WHERE conversation_id = $1 AND seq <= 3 ORDER BY seq',
      [sent.value.conversationId],
    );
    expect(log.map(({ type }) => type)).toEqual(['conversation.started', 'consent.recorded', 'message.sent']);
    expect(log[1]).toMatchObject({
      audience: 'internal',
      data: { granted: true, version: visitor.session.consent?.version, text: QUESTION.text.en },
    });
    expect((await comeAgain(visitor))?.granted).toBe(true);
  });

  it('remembers a refusal, and takes nothing', async () => {
    const visitor = await world.visitor('tidewater');
    await answer(visitor, false);
    expect(await write(visitor)).toMatchObject({ ok: false, error: { code: 'consent_required' } });
    expect((await comeAgain(visitor))?.granted).toBe(false);
    await answer(visitor, true);
    expect((await write(visitor)).ok).toBe(true);
    expect(await recorded(visitor.session.visitorId)).toMatchObject([{ granted: false }, { granted: true }]);
  });

  it('the assistant says nothing after an agreement has been taken back, not even what it was about to', async () => {
    for (let round = 0; round < 5; round += 1) {
      const visitor = await world.visitor('tidewater');
      await answer(visitor, true);
      const sent = await write(visitor, 'What does it cost for 40 people?');
      if (!sent.ok) throw new Error(sent.error.code);
      // A little later each time: before it has read, while it decides, once it speaks.
      await sleep(round * 15);
      await answer(visitor, false);
      await sleep(400);
      const log = await world.sql<{ type: string; actor: { kind: string }; data: { granted?: boolean } }>(
        'SELECT type, actor, data FROM conversation_event WHERE conversation_id = $1 ORDER BY seq',
        [sent.value.conversationId],
      );
      const takenBackAt = log.findIndex(({ type, data }) => type === 'consent.recorded' && !data.granted);
      expect(takenBackAt).toBeGreaterThan(0);
      const after = log.slice(takenBackAt + 1).filter(({ type }) => type !== 'turn.aborted');
      expect(after.map(({ type }) => type)).toEqual(['owner.changed']);
      visitor.close();
    }
  });

  it('an agreement that is taken back in mid-conversation ends what is taken, and stands in the log', async () => {
    const visitor = await world.visitor('tidewater');
    await answer(visitor, true);
    const sent = await write(visitor);
    if (!sent.ok) throw new Error(sent.error.code);
    await answer(visitor, false);
    for (const refused of [
      await write(visitor),
      await visitor.ask(VISITOR_COMMAND.setTyping, { on: true }),
      await visitor.ask(VISITOR_COMMAND.rateConversation, {
        clientId: crypto.randomUUID(),
        score: 5,
        comment: 'good',
      }),
      await visitor.ask(VISITOR_COMMAND.correctCard, {
        clientId: crypto.randomUUID(),
        key: 'name',
        text: 'Dana',
      }),
    ])
      expect(refused).toMatchObject({ ok: false, error: { code: 'consent_required' } });
    const [last] = await world.sql<{ data: { granted: boolean } }>(
      `SELECT data FROM conversation_event WHERE conversation_id = $1 AND type = 'consent.recorded' ORDER BY seq DESC LIMIT 1`,
      [sent.value.conversationId],
    );
    expect(last?.data.granted).toBe(false);
    // What was noted can still be withdrawn, and the chat ended.
    expect((await visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: crypto.randomUUID() })).ok).toBe(
      true,
    );
  });

  it('asks anew when the words change: an agreement to other words is none', async () => {
    const visitor = await world.visitor('tidewater');
    await answer(visitor, true);
    await demand({ ...QUESTION, text: { en: 'May we keep it for ever?' } });
    const again = await world.visitor('tidewater', { token: visitor.session.token });
    expect(again.session.consent).toMatchObject({ text: 'May we keep it for ever?', granted: null });
    expect(await write(again)).toMatchObject({ ok: false, error: { code: 'consent_required' } });
    // Whoever still has the old question before them cannot answer the new one with it.
    expect(await answer(again, true, visitor.session.consent)).toMatchObject({
      ok: false,
      error: { code: 'consent_required' },
    });
  });

  it('is no easier over plain HTTP', async () => {
    const handshake = { protocol: PROTOCOL_VERSION, siteKey: 'demo-tidewater', token: null as string | null };
    const page = { url: '', title: '', referrer: '' };
    const context = { page, locale: 'de-AT', timeZone: 'Europe/Vienna' };
    const command = async (name: string, payload: object, opened: object | null) => {
      const response = await fetch(`${world.url}/v1/visitor/command`, {
        method: 'POST',
        headers: { origin: SITE_ORIGIN, 'content-type': 'text/plain' },
        body: JSON.stringify({ handshake, context: opened, name, payload }),
      });
      return (await response.json()) as { ok: boolean; value: { token: string; consent: ConsentAsked } };
    };
    const { value } = await command(VISITOR_COMMAND.openSession, context, null);
    expect(value.consent.text).toBe(QUESTION.text.de);
    handshake.token = value.token;
    const message = { clientId: 'over-http-1', text: 'hallo', kind: 'text' };
    expect((await command(VISITOR_COMMAND.sendMessage, message, context)).ok).toBe(false);
    const { version } = value.consent;
    expect((await command(VISITOR_COMMAND.setConsent, { version, granted: true }, context)).ok).toBe(true);
    expect((await command(VISITOR_COMMAND.sendMessage, message, context)).ok).toBe(true);
  });

  it('and one that does not ask any more takes everything', async () => {
    await demand(null);
    const visitor = await world.visitor('tidewater');
    expect(visitor.session.consent).toBeUndefined();
    expect((await write(visitor)).ok).toBe(true);
  });

  it('refuses a question without English words, without https, or with a field that nobody knows', async () => {
    for (const wrong of [
      { text: { de: 'Nur Deutsch' }, link: null },
      { text: { en: 'Yes?' }, link: 'http://www.customer.example' },
      { text: { en: 'Yes?' }, link: 'javascript:alert(1)' },
      { ...QUESTION, required: true },
      { text: { en: 'a'.repeat(601) }, link: null },
      { text: { en: 'Yes?', 'not a language': 'x' }, link: null },
    ])
      expect((await demand(wrong)).status).toBe(400);
  });
});
