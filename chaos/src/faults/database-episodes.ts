import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { pick } from '../run/seeded-random.ts';
import type { Episode } from './episode.ts';

/** What happens to databases. */
export const DATABASE_EPISODES: readonly Episode[] = [
  {
    kind: 'database killed',
    detail: 'immediate, no checkpoint',
    run: async ({ world, record, look }) => {
      record({ f: 'database', state: 'killed' });
      await world.database.killImmediately();
      await world.database.start();
      record({ f: 'database', state: 'ready' });
      await look();
    },
  },
  {
    kind: 'backends terminated',
    detail: 'all, three times',
    run: async ({ world }) => {
      for (let round = 0; round < 3; round += 1) {
        await world.database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
        );
        await sleep(500);
      }
    },
  },
  {
    kind: 'connections exhausted',
    detail: 'every free one taken for 2 s',
    run: async ({ world }) => {
      const held: Client[] = [];
      // A superuser may have the last ones, too.
      for (let open = true; open && held.length < 200; ) {
        await world.database.connect().then(
          (client) => void held.push(client),
          () => {
            open = false;
          },
        );
      }
      for (const links of world.databaseLinks) links.reset(0.5);
      await sleep(2_000);
      await Promise.all(held.map((client) => client.end().catch(() => undefined)));
    },
  },
  {
    kind: 'row locked',
    detail: 'one conversation for 6 s',
    run: async ({ world, random, conversations }) => {
      const open = conversations();
      if (open.length === 0) return;
      const client = await world.database.connect();
      try {
        await client.query('BEGIN');
        await client.query('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [pick(random, open)]);
        await sleep(6_000);
        await client.query('COMMIT');
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  },
  {
    kind: 'database read-only',
    detail: '2 s',
    run: async ({ world }) => {
      const client = await world.database.connect();
      try {
        await client.query('ALTER SYSTEM SET default_transaction_read_only = on');
        await client.query('SELECT pg_reload_conf()');
        await sleep(2_000);
      } finally {
        await client.query('ALTER SYSTEM RESET default_transaction_read_only');
        await client.query('SELECT pg_reload_conf()');
        await client.end().catch(() => undefined);
      }
    },
  },
];
