import { NOTICE } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn, isExtraction, modelEnvironment, NO_FACTS, until } from '../../test/chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../../test/model-endpoint.js';
import { createWorld, type World } from '../../test/world.js';

const SENTENCES = ['quiet', 'warm', 'plain', 'short', 'simple'].map((word) => `Here is a ${word} thought. `);

let world: World;
let endpoint: ModelEndpoint;
let admin = '';
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  endpoint.behave((body) =>
    isExtraction(body)
      ? { name: 'speak', pieces: [NO_FACTS] }
      : { name: 'speak', pieces: SENTENCES, gapMs: 1_500 },
  );
  world = await createWorld(inject('postgresUrl'), {
    ...modelEnvironment(endpoint.url),
    MODEL_FIRST_TOKEN_MS: '10000',
    MODEL_IDLE_MS: '10000',
    MODEL_TOTAL_MS: '60000',
  });
  admin = await world.signIn('tidewater', 'admin');
});
afterAll(async () => {
  await world?.stop();
  await endpoint?.stop();
});

async function streaming(): Promise<Chat> {
  const chat = await chatIn(world);
  await chat.send('Hello');
  await chat.visitor.notice(NOTICE.streamDelta);
  return chat;
}

/** What was shown is kept, and nothing that a model wrote comes after the switch. */
async function expectCutOff(chat: Chat): Promise<void> {
  const isCut = async () => {
    const log = await chat.log();
    return log.find((event) => event.type === 'message.sent' && event.data.interrupted) ?? null;
  };
  const cut = await until(isCut);
  if (cut.type !== 'message.sent') throw new Error('not a message');
  expect(SENTENCES.join('').startsWith(cut.data.text)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const later = (await chat.log()).filter(
    (event) => event.type === 'message.sent' && event.seq > cut.seq && event.data.origin === 'model',
  );
  expect(later).toEqual([]);
}

describe('a kill switch that is pulled while the assistant speaks', () => {
  it('cuts every reply of the workspace off', async () => {
    const chats = await Promise.all([streaming(), streaming()]);
    const body = { paused: true, reason: 'It says odd things' };
    expect((await world.http('PUT', '/api/automation', { cookie: admin, body })).status).toBe(200);
    for (const chat of chats) await expectCutOff(chat);
    await world.http('PUT', '/api/automation', { cookie: admin, body: { paused: false, reason: 'Mended' } });
  });

  it('cuts every reply of the site off', async () => {
    const chat = await streaming();
    const { sites } = (await (await world.http('GET', '/api/sites', { cookie: admin })).json()) as {
      sites: readonly { readonly id: string; readonly key: string }[];
    };
    const site = sites.find(({ key }) => key === 'demo-tidewater');
    const body = { automationPaused: true, reason: 'It says odd things' };
    const response = await world.http('PATCH', `/api/sites/${site?.id}`, { cookie: admin, body });
    expect(response.status).toBe(200);
    await expectCutOff(chat);
  });
});
