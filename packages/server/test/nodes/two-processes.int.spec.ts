import { type LogEvent, NOTICE, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isExtraction, modelEnvironment, NO_FACTS } from '../chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../model-endpoint.js';
import { createWorld, type World } from '../world.js';
import { type ServerProcess, startServerProcess } from './server-process.js';

let world: World;
let endpoint: ModelEndpoint;
const nodes: ServerProcess[] = [];

async function startNode(): Promise<ServerProcess> {
  const node = await startServerProcess(world.databaseUrl, {
    ...modelEnvironment(endpoint.url),
    MODEL_FIRST_TOKEN_MS: '8000',
    MODEL_IDLE_MS: '8000',
    MODEL_TOTAL_MS: '20000',
  });
  nodes.push(node);
  return node;
}

beforeAll(async () => {
  endpoint = await startModelEndpoint();
  endpoint.behave((body) =>
    isExtraction(body)
      ? { name: 'speak', pieces: [NO_FACTS] }
      : {
          name: 'speak',
          pieces: ['One thought. ', 'Another thought. ', 'A third one. ', 'A fourth one. '],
          gapMs: 1_500,
        },
  );
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  // It has made the workspaces; the nodes that talk are processes.
  await world.server.stop();
}, 120_000);
afterAll(async () => {
  for (const { child } of nodes) child.kill('SIGKILL');
  await world?.stop();
  await endpoint?.stop();
});

async function log(conversationId: string) {
  return world.sql<
    Pick<LogEvent, 'seq' | 'type'> & {
      data: { messageId?: string; text?: string; interrupted?: boolean };
      sender: string;
    }
  >('SELECT seq, type, data, sender FROM conversation_event WHERE conversation_id = $1 ORDER BY seq', [
    conversationId,
  ]);
}

async function streaming(node: ServerProcess) {
  const visitor = await world.visitor('tidewater', { via: node.url });
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text: 'Hello',
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  // A node that has just started reads its dictionaries first, and on a busy machine that takes a while.
  const spoken = async (): Promise<{ messageId: string; text: string }> => {
    for (let patience = 0; patience < 4; patience += 1) {
      const delta = await visitor.notice(NOTICE.streamDelta).catch(() => null);
      if (delta) return delta;
    }
    throw new Error('the node said nothing');
  };
  const { messageId, text } = await spoken();
  return { visitor, conversationId: sent.value.conversationId, messageId, text };
}

describe('a node that dies while it speaks', () => {
  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    '%s: another one finishes the same message, once, and says nothing twice',
    async (signal) => {
      const [first, second] = [await startNode(), await startNode()];
      const { visitor, conversationId, messageId, text } = await streaming(first);
      const { token } = visitor.session;
      first.child.kill(signal);
      const elsewhere = await world.visitor('tidewater', { token, via: second.url });
      const spoken = async () =>
        (await log(conversationId)).filter(
          ({ type, data }) => type === 'message.sent' && data.messageId === messageId,
        );
      await expect.poll(async () => (await spoken()).length, { timeout: 60_000 }).toBe(1);
      if (signal === 'SIGSTOP') {
        first.child.kill('SIGCONT');
        // Long enough for the sleeper to try to say the rest.
        await new Promise((resolve) => setTimeout(resolve, 4_000));
      }
      const [message] = await spoken();
      expect(message?.data.text?.startsWith(text)).toBe(true);
      expect(message?.data.interrupted).toBe(false);
      const all = await log(conversationId);
      expect(
        all.filter(({ type, sender }) => type === 'message.sent' && sender === 'assistant'),
      ).toHaveLength(1);
      expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
      const read = await elsewhere.ask(VISITOR_COMMAND.readLog, { after: 0 });
      expect(
        read.ok &&
          read.value.batch?.events.some(
            (event) => event.type === 'message.sent' && event.data.messageId === messageId,
          ),
      ).toBe(true);
      first.child.kill('SIGKILL');
      second.child.kill('SIGKILL');
    },
    240_000,
  );

  it('SIGTERM: not ready, its reply goes on elsewhere, and it is gone within ten seconds', async () => {
    const [first, second] = [await startNode(), await startNode()];
    const { visitor, conversationId, messageId } = await streaming(first);
    const startedAt = performance.now();
    first.child.kill('SIGTERM');
    await visitor.notice(NOTICE.sessionEnded, ({ retry }) => retry);
    expect([0, 1]).toContain(await first.ended);
    const took = performance.now() - startedAt;
    console.log(`SIGTERM in mid-speech: gone after ${Math.round(took)} ms`);
    expect(took).toBeLessThan(15_000);
    const { token } = visitor.session;
    const elsewhere = await world.visitor('tidewater', { token, via: second.url });
    const finished = async () =>
      (await log(conversationId)).filter(
        ({ type, data }) => type === 'message.sent' && data.messageId === messageId,
      ).length;
    await expect.poll(finished, { timeout: 60_000 }).toBe(1);
    expect((await elsewhere.ask(VISITOR_COMMAND.readLog, { after: 0 })).ok).toBe(true);
    second.child.kill('SIGKILL');
  }, 240_000);
});
