import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { alone, type Benchmark } from '../benchmark.ts';
import { connectAgent, takeOver, writeInto } from '../ground/take-over.ts';
import { quantile } from '../quantile.ts';

/** Conversations that a person owns and writes into while their visitors are still away. */
const OWNED = 500;
const PATIENCE_MS = 60_000;

/** Everybody returns at once. */
export const comeBack: Benchmark = {
  name: 'come-back',
  about:
    "The server is killed and started again under 5,000 visitors with the widget's own client; while they come back, an agent writes into 500 of their conversations. Nobody may miss an event.",
  run: async (ground, { quick, say }) => {
    const size = quick ? 500 : 5_000;
    const baton = await ground.baton();
    const load = ground.load();
    say(`${size} visitors settle`);
    const { conversationIds } = await load.order('settle', { destination: baton.destination(), size });
    const owned = conversationIds.slice(0, Math.min(OWNED, size / 2));
    await takeOver(baton, 'tidewater', owned);
    const returning = load.order('comeBack', { patienceMs: PATIENCE_MS });
    await baton.server.kill();
    const startedAt = performance.now();
    const again = await ground.startAgain(baton);
    say(`serving again after ${Math.round(performance.now() - startedAt)} ms`);
    await again.server.ask('forget');
    const agent = await connectAgent(again, 'tidewater');
    const [{ returned }] = await Promise.all([
      returning,
      writeInto(agent, owned, 'Sorry about the interruption, I am still here.'),
    ]);
    const { missing, messages } = await compare(again.databaseUrl, () => load.order('places', {}));
    const settledAt = performance.now();
    const delay = await again.server.ask('delay');
    if (messages.shown !== messages.stored)
      throw new Error(`${messages.stored} messages stand in the log, ${messages.shown} are shown`);
    return [
      alone('visitors who came back', '', returned.length, { least: size, most: size }),
      alone('visitors who miss an event', '', missing, { most: 0 }),
      alone('from the first loss until visitors are back, p50', 's', quantile(returned, 0.5) / 1_000, null),
      alone('the same, the last one', 's', Math.max(...returned) / 1_000, { most: 30 }),
      alone('from the kill until nobody misses anything', 's', (settledAt - startedAt) / 1_000, null),
      alone('event-loop delay of the new server meanwhile, p99', 'ms', delay.p99, { most: 200 }),
      alone('the same, the longest', 'ms', delay.max, null),
    ];
  },
};

interface Standing {
  readonly missing: number;
  readonly messages: { readonly shown: number; readonly stored: number };
}

/** Holds what the visitors have against the database, until it agrees or patience is out. */
async function compare(
  databaseUrl: string,
  ask: () => Promise<{ readonly cursors: Readonly<Record<string, number>>; readonly messages: number }>,
): Promise<Standing> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const endAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const { cursors, messages } = await ask();
      const ids = Object.keys(cursors);
      const heads = await owner.query<{ id: string; head: number }>(
        'SELECT id, head::int FROM conversation WHERE id = ANY($1)',
        [ids],
      );
      const stored = await owner.query<{ count: number }>(
        `SELECT count(*)::int FROM conversation_event
         WHERE conversation_id = ANY($1) AND type = 'message.sent' AND audience = 'public'`,
        [ids],
      );
      const missing = heads.rows.filter(({ id, head }) => cursors[id] !== head).length;
      const standing = { missing, messages: { shown: messages, stored: stored.rows[0]?.count ?? 0 } };
      const agrees = missing === 0 && standing.messages.shown === standing.messages.stored;
      if (agrees || performance.now() > endAt) return standing;
      await sleep(200);
    }
  } finally {
    await owner.end();
  }
}
