import pg from 'pg';
import { alone, type Benchmark, type Figure } from '../benchmark.ts';
import { takeOver } from '../ground/take-over.ts';
import { median, quantile } from '../quantile.ts';

const MESSAGES_PER_CONVERSATION = 20;
const PER_SECOND = 100;
const INBOX_QUERIES = 60;

/** What a full database costs those who write and look today. */
export const growth: Benchmark = {
  name: 'growth',
  about:
    'Acknowledgement at a fixed rate and the inbox query at 10 thousand, 100 thousand and 1 million stored messages; floor: the smallest of them.',
  run: async (ground, { quick, say }) => {
    const stages = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
    const seconds = quick ? 3 : 6;
    const baton = await ground.baton();
    const load = ground.load();
    const crowd = { crowd: 'today', destination: baton.destination(), size: 50, second: null };
    await takeOver(baton, 'tidewater', (await load.order('gather', crowd)).conversationIds);
    const owner = new pg.Client({ connectionString: baton.databaseUrl });
    await owner.connect();
    const measured: { readonly messages: number; readonly ack: number; readonly inbox: number }[] = [];
    try {
      let stored = 0;
      for (const messages of stages) {
        say(`storing ${messages.toLocaleString('en')} messages`);
        await store(owner, (messages - stored) / MESSAGES_PER_CONVERSATION, stored);
        stored = messages;
        await load.order('keepPace', { crowd: 'today', perSecond: PER_SECOND, seconds: 2 });
        const rounds: number[] = [];
        for (let round = 0; round < 3; round += 1) {
          const told = { crowd: 'today', perSecond: PER_SECOND, seconds };
          rounds.push(quantile((await load.order('keepPace', told)).acknowledged, 0.5));
        }
        const inbox: number[] = [];
        for (let query = 0; query < INBOX_QUERIES; query += 1) inbox.push(await readInbox(owner));
        measured.push({ messages, ack: median(rounds), inbox: quantile(inbox, 0.95) });
      }
    } finally {
      await owner.end();
    }
    const [smallest] = measured;
    return measured.flatMap(({ messages, ack, inbox }): readonly Figure[] => {
      const at = `at ${messages.toLocaleString('en')}`;
      if (!smallest) return [];
      return [
        against(`acknowledged, p50, ${at}`, ack, smallest.ack),
        against(`inbox query, p95, ${at}`, inbox, smallest.inbox),
      ];
    });
  },
};

function against(what: string, baton: number, floor: number): Figure {
  const ratio = baton / floor;
  return { ...alone(what, 'ms', baton, null), floor, ratio, bar: '≤ 1.3 ×', met: ratio <= 1.3 };
}

/** Conversations from before, written past the server: as its own rows look, spread over the past days. */
async function store(owner: pg.Client, conversations: number, from: number): Promise<void> {
  const named = `(SELECT workspace_id, site_id, visitor_id, locale, time_zone, owner FROM conversation LIMIT 1)`;
  await owner.query('BEGIN');
  await owner.query(
    'CREATE TEMP TABLE old ON COMMIT DROP AS SELECT n FROM generate_series(1, $1::int) AS n',
    [conversations],
  );
  const id = (prefix: string) => `'${prefix}_' || lpad((${from} + n)::text, 26, '0')`;
  await owner.query(
    `INSERT INTO conversation (workspace_id, id, site_id, visitor_id, status, owner, head, locale, time_zone)
     SELECT c.workspace_id, ${id('cnv')}, c.site_id, c.visitor_id, 'closed', c.owner, ${MESSAGES_PER_CONVERSATION}, c.locale, c.time_zone
     FROM old, ${named} AS c`,
  );
  await owner.query(
    `INSERT INTO conversation_event
       (workspace_id, conversation_id, seq, id, type, schema_version, at, actor, sender, audience, epoch, client_id, data)
     SELECT e.workspace_id, ${id('cnv')}, s, ${id('evt')} || s, e.type, e.schema_version, now() - n * interval '1 minute',
       e.actor, e.sender, e.audience, 0, gen_random_uuid()::text, e.data
     FROM old, generate_series(1, ${MESSAGES_PER_CONVERSATION}) AS s,
       (SELECT * FROM conversation_event WHERE type = 'message.sent' LIMIT 1) AS e`,
  );
  await owner.query(
    `INSERT INTO inbox_row (workspace_id, conversation_id, row, status, last_at)
     SELECT r.workspace_id, ${id('cnv')}, r.row || jsonb_build_object('conversationId', ${id('cnv')}, 'status', 'closed'),
       'closed', now() - n * interval '1 minute'
     FROM old, (SELECT workspace_id, row FROM inbox_row LIMIT 1) AS r`,
  );
  await owner.query('COMMIT');
  await owner.query('VACUUM ANALYZE');
  await owner.query('CHECKPOINT');
}

/** Milliseconds of the query behind the first page of the inbox, as the application's role sees it. */
async function readInbox(owner: pg.Client): Promise<number> {
  await owner.query('BEGIN');
  await owner.query(
    `SELECT set_config('baton.workspace_id', (SELECT workspace_id FROM workspace WHERE slug = 'tidewater'), true)`,
  );
  await owner.query('SET LOCAL ROLE baton_app');
  const startedAt = performance.now();
  await owner.query(
    `SELECT row FROM inbox_row WHERE workspace_id = current_setting('baton.workspace_id') AND status = 'open'
     ORDER BY last_around DESC, last_at DESC, conversation_id DESC LIMIT 100`,
  );
  const ms = performance.now() - startedAt;
  await owner.query('ROLLBACK');
  return ms;
}
