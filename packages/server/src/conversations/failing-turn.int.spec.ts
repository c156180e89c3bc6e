import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { chatIn, until } from '../../test/chat.js';
import { createWorld, type World } from '../../test/world.js';
import { CONVERSATIONS, type Conversations } from './index.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
});
afterAll(() => world?.stop());

it('a conversation that cannot be answered is tried less and less, and at once when its visitor writes', async () => {
  let runs = 0;
  world.server.app.get<Conversations>(CONVERSATIONS, { strict: false }).onTurnDue(async () => {
    runs += 1;
    throw new Error('poison');
  });
  const rest = async () => {
    const [row] = await world.sql<{ seconds: number }>(
      `SELECT extract(epoch FROM turn_lease_until - now())::float AS seconds FROM conversation
       WHERE turn_due_at IS NOT NULL AND turn_lease_token IS NULL AND turn_lease_until IS NOT NULL`,
    );
    return row ?? null;
  };
  const chat = await chatIn(world);
  await chat.send('hello');
  await until(rest);
  expect(runs).toBe(1);
  // As if it had been due for a long time: it now rests a minute, not five seconds.
  await world.sql("UPDATE conversation SET turn_due_at = now() - interval '1 day'");
  await chat.send('anybody there?');
  await until(async () => (runs >= 2 ? true : null));
  const { seconds } = await until(rest);
  expect(seconds).toBeGreaterThan(30);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(runs).toBe(2);
});
