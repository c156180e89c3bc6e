import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { createUnitOfWork, openDatabase } from './index.js';

const NAME = 'cut-off';

let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
});
afterAll(() => database?.stop());

/** A way to PostgreSQL that can hold back what it answers, and let all of it go in one piece. */
async function openDam(socketPath: string) {
  let isClosed = false;
  let held: { readonly socket: Socket; readonly chunk: Buffer }[] = [];
  const server = createServer((client) => {
    const upstream = connect(socketPath);
    client.pipe(upstream);
    upstream.on('data', (chunk) => (isClosed ? held.push({ socket: client, chunk }) : client.write(chunk)));
    upstream.on('close', () => !isClosed && client.end());
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      isClosed = true;
    },
    open: () => {
      isClosed = false;
      const [first] = held;
      first?.socket.end(Buffer.concat(held.map(({ chunk }) => chunk)));
      held = [];
    },
    stop: () => server.close(),
  };
}

it('F11: a connection that is cut in the moment in which it is established costs a query, and not the process', async () => {
  const direct = new URL(inject('postgresUrl'));
  const [{ name = '' } = {}] = await database.asOwner<{ name: string }>('SELECT current_database() AS name');
  const dam = await openDam(`${direct.searchParams.get('host')}/.s.PGSQL.5432`);
  const url = `postgres://${direct.username}@127.0.0.1:${dam.port}/${name}?application_name=${NAME}`;
  const source = await openDatabase({ url, poolSize: 1 });
  const unitOfWork = createUnitOfWork(source);
  const ask = () => unitOfWork.readAcrossWorkspaces((tx) => tx.query<{ one: number }>('SELECT 1 AS one'));
  const terminate = () =>
    database.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND state = 'idle'`,
      [NAME],
    );
  // A reader has its answer before its transaction has ended.
  await expect.poll(terminate).toHaveLength(1);
  // The pool has heard of it.
  await expect.poll(() => ask().catch(() => null)).toEqual([{ one: 1 }]);
  await expect.poll(terminate).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 50));

  dam.close();
  const asked = expect(ask()).rejects.toMatchObject({ code: 'unavailable' });
  await expect.poll(terminate).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  dam.open();
  await asked;

  expect(await ask()).toEqual([{ one: 1 }]);
  await source.destroy();
  dam.stop();
});
