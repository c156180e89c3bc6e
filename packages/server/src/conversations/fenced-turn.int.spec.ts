import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { chatIn, until } from '../../test/chat.js';
import { createWorld, type World } from '../../test/world.js';
import { ASSISTANT, CONVERSATIONS, type Conversations, LeaseLost, newEvent } from './index.js';

let world: World;
let log: Conversations;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  log = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
});
afterAll(() => world?.stop());

const messageId = `msg_${'2'.repeat(26)}` as never;
const turnId = `trn_${'2'.repeat(26)}` as never;
const spoken = newEvent('message.sent', ASSISTANT, {
  messageId,
  text: 'Good morning.',
  kind: 'text',
  origin: 'template',
  asks: null,
  quickReplies: [],
  citations: [],
  interrupted: false,
  turnId,
});

it('F9: a node that slept past its lease writes nothing once another node has taken the turn', async () => {
  const outcomes: unknown[] = [];
  let wake = (): void => undefined;
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  log.onTurnDue(async (workspaceId, conversationId, lease) => {
    const { epoch, lastVisitorSeq } = await log.getState(workspaceId, conversationId);
    const speech = { messageId, turnId, text: 'Good', epoch };
    expect(await log.release(workspaceId, conversationId, speech, { lease })).toBe(true);
    await asleep;
    const write = { workspaceId, conversationId, epoch, lease, decide: () => [spoken] };
    outcomes.push(...(await Promise.allSettled([log.append(write)])));
    const late = log.release(workspaceId, conversationId, { ...speech, text: 'Good morning.' }, { lease });
    outcomes.push(...(await Promise.allSettled([late])));
    return lastVisitorSeq;
  });
  const chat = await chatIn(world);
  await chat.send('hello');
  await until(async () => ((await log.getState(world.workspaces.tidewater, chat.id())).speech ? true : null));
  // What another node does when the lease has run out. The epoch is the same for both.
  await world.sql(
    `UPDATE conversation SET turn_lease_token = 'another node', turn_lease_until = now() + interval '1 minute'
     WHERE id = $1`,
    [chat.id()],
  );
  const before = await chat.log();
  wake();
  await until(async () => (outcomes.length === 2 ? true : null));
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(LeaseLost) });
  expect(await chat.log()).toEqual(before);
  const [row] = await world.sql('SELECT speech, turn_lease_token AS token FROM conversation WHERE id = $1', [
    chat.id(),
  ]);
  expect(row).toMatchObject({ speech: { text: 'Good' }, token: 'another node' });
});
