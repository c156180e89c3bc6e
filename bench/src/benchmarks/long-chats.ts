import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { alone, type Benchmark, besideFloor, type Figure } from '../benchmark.ts';
import { quantile } from '../quantile.ts';

const CHATS = 20;
const PER_SECOND = 10;
/** Lines that each visitor writes at each length. One more of the same in a row, and the assistant takes it for a loop. */
const LINES = 3;
/** What comes after the last acknowledgement: the assistant's answer to it. */
const LAST_ANSWER_MS = 3_000;

interface Turns {
  /** Milliseconds from the visitor's message to the assistant's, by the log's clock. */
  readonly first: readonly number[];
  readonly later: readonly number[];
}

/** What it costs to answer somebody who has been writing for long. */
export const longChats: Benchmark = {
  name: 'long-chats',
  about: `From a visitor's message to the assistant's answer, by the rules alone and without a pause, in ${CHATS} conversations that have so many events; floor: the same conversations while they are short. Between two lengths nobody takes a turn, so that the first line at each finds nothing prepared.`,
  run: async (ground, { quick, say }) => {
    const lengths = quick ? [300] : [300, 1_000, 3_000];
    const baton = await ground.baton({ ASSISTANT_PAUSE_MS: '0' });
    const load = ground.load();
    const crowd = { crowd: 'regulars', destination: baton.destination(), size: CHATS, second: null };
    const { conversationIds } = await load.order('gather', crowd);
    const owner = new pg.Client({ connectionString: baton.databaseUrl });
    await owner.connect();
    const write = async (): Promise<Turns> => {
      await sleep(LAST_ANSWER_MS);
      const told = { crowd: 'regulars', perSecond: PER_SECOND, seconds: (LINES * CHATS) / PER_SECOND };
      const before = await headsOf(owner, conversationIds);
      await load.order('keepPace', told);
      await sleep(LAST_ANSWER_MS);
      return readTurns(owner, before);
    };
    try {
      say('warming up');
      await write();
      await lengthen(owner, conversationIds, 20);
      const short = [...(await write()).later];
      const floor = quantile(short, 0.5);
      const figures: Figure[] = [alone('answer in a short chat, p50', 'ms', floor, null)];
      for (const length of lengths) {
        await lengthen(owner, conversationIds, length);
        const { first, later } = await write();
        const at = `at ${length.toLocaleString('en')} events, p50`;
        say(`${first.length + later.length} answers ${at}`);
        figures.push(
          besideFloor(`first answer ${at}`, 'ms', { baton: quantile(first, 0.5), floor }, null),
          besideFloor(`later answers ${at}`, 'ms', { baton: quantile(later, 0.5), floor }, { most: 1.5 }),
        );
      }
      return figures;
    } finally {
      await owner.end();
    }
  },
};

type Heads = ReadonlyMap<string, number>;

async function headsOf(owner: pg.Client, ids: readonly string[]): Promise<Heads> {
  const { rows } = await owner.query<{ readonly id: string; readonly head: number }>(
    'SELECT id, head FROM conversation WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, head }) => [id, head]));
}

/** Adds what the visitor and an agent would have written to each other until their log has so many events. */
async function lengthen(owner: pg.Client, ids: readonly string[], length: number): Promise<void> {
  const agent = `jsonb_build_object('kind', 'agent', 'id', 'agt_' || repeat('0', 26), 'name', 'Ana')`;
  await owner.query('BEGIN');
  await owner.query(
    `INSERT INTO conversation_event
       (workspace_id, conversation_id, seq, id, type, schema_version, at, actor, sender, audience, epoch, client_id, data)
     SELECT said.workspace_id, c.id, n, 'evt_' || left(md5(c.id || n), 26), said.type, said.schema_version, now(),
       CASE WHEN is_agent THEN ${agent} ELSE said.actor END, said.sender, 'public', said.epoch, gen_random_uuid()::text,
       said.data || jsonb_build_object('messageId', 'msg_' || left(md5(c.id || n), 26),
         'text', CASE WHEN is_agent THEN 'Yes, that is how we do it, number ' ELSE 'And how is it with the shop, number ' END || n)
     FROM conversation AS c
     JOIN LATERAL (SELECT * FROM conversation_event AS e WHERE e.conversation_id = c.id AND e.type = 'message.sent'
       AND e.actor->>'kind' = 'visitor' ORDER BY e.seq LIMIT 1) AS said ON true,
       generate_series(c.head + 1, greatest(c.head + 2, $2::int)) AS n,
       LATERAL (SELECT (greatest(c.head + 2, $2::int) - n) % 2 = 0 AS is_agent) AS turn
     WHERE c.id = ANY($1)`,
    [ids, length],
  );
  await owner.query('UPDATE conversation SET head = greatest(head + 2, $2::int) WHERE id = ANY($1)', [
    ids,
    length,
  ]);
  await owner.query('COMMIT');
  await owner.query('VACUUM ANALYZE conversation_event');
}

async function readTurns(owner: pg.Client, before: Heads): Promise<Turns> {
  const { rows } = await owner.query<{ readonly id: string; readonly seq: number; readonly ms: number }>(
    `SELECT asked.conversation_id AS id, asked.seq, extract(epoch FROM min(answer.at) - asked.at)::float * 1000 AS ms
     FROM conversation_event AS asked JOIN conversation_event AS answer USING (conversation_id)
     WHERE asked.type = 'message.sent' AND answer.type = 'message.sent' AND answer.seq > asked.seq
       AND asked.actor->>'kind' = 'visitor' AND answer.actor->>'kind' = 'assistant' AND conversation_id = ANY($1)
       AND asked.seq > (SELECT head FROM unnest($1::text[], $2::int[]) AS old (id, head) WHERE old.id = conversation_id)
     GROUP BY asked.conversation_id, asked.seq, asked.at ORDER BY asked.seq`,
    [[...before.keys()], [...before.values()]],
  );
  const seen = new Set<string>();
  const first: number[] = [];
  const later: number[] = [];
  for (const { id, ms } of rows) {
    (seen.has(id) ? later : first).push(ms);
    seen.add(id);
  }
  return { first, later };
}
