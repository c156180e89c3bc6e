import { expect, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { checkHistory } from './check-history.js';
import { describeRun, measureRun } from './describe-run.js';
import { History, type LogSnapshot } from './history.js';
import { countTurnsDue, readDatabase } from './read-database.js';
import type { RecordedVisitor } from './recorded-visitor.js';
import { enter, runStorm, SITE_KEY } from './storm.js';
import { WidgetVisitor } from './widget-visitor.js';

const SEED = 20_261;
const VISITORS = 20;
const LINES = 12;

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

test('I1 I2 I3 I4 I5 I10 I20: 20 visitors and two widgets while the server is killed twice; every acknowledged line stands once and in order', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const patient = await WidgetVisitor.enter(browser, baton, 'Paula');
  const reloading = await WidgetVisitor.enter(browser, baton, 'Rolf');
  const history = new History();
  const storm = await runStorm({
    baton,
    history,
    visitors: VISITORS,
    lines: LINES,
    seed: SEED,
    crashes: [
      { afterAcknowledged: 40, underway: 3, meanwhile: () => patient.writeWhileDead() },
      {
        // Soon after the restart: while those who are back send all that has been kept.
        afterAcknowledged: 80,
        underway: 5,
        meanwhile: async () => {
          await reloading.writeWhileDead();
          await reloading.reloadWhileDead();
        },
      },
    ],
  });
  await reloading.comeBack();
  await reloading.expectNothingLost();
  await patient.expectNothingLost();

  await expect.poll(() => countTurnsDue(baton.databaseDirectory), { timeout: 20_000 }).toBe(0);
  const final = await readDatabase(baton.databaseDirectory, 'tidewater');
  await expect
    .poll(() => storm.visitors.filter((visitor) => isBehind(visitor, final)).map(({ name }) => name), {
      timeout: 10_000,
    })
    .toEqual([]);
  await test.info().attach('history.jsonl', { body: history.toJsonLines() });
  const figures = measureRun(history.lines, final.rows);
  console.log(describeRun(figures));

  expect(checkHistory(history.lines, [...storm.snapshots, final])).toEqual([]);
  expect(figures.acknowledged).toBe(VISITORS * LINES);
  expect(figures.sentAgain, 'the crashes hit lines on their way').toBeGreaterThan(0);
  for (const visitor of storm.visitors) await expectFreshViewIsSame(visitor);
  for (const { client } of storm.visitors) client.destroy();
});

/** Whether the visitor does not see yet all that the database holds for it, or still believes something unsent. */
function isBehind({ client }: RecordedVisitor, { rows }: LogSnapshot): boolean {
  const view = client.view.peek();
  const head = rows.findLast((row) => row.conv === view?.conversationId)?.seq;
  return client.cursor.peek() !== head || client.pending.peek().length > 0;
}

/** Another device with the same visitor, that has read nothing yet, must be shown the same conversation. */
async function expectFreshViewIsSame(visitor: RecordedVisitor): Promise<void> {
  const tokenKey = `baton:${SITE_KEY}:token`;
  const token = visitor.storage.get(tokenKey) ?? '';
  const fresh = enter(baton, new History(), `${visitor.name}-fresh`, SEED, new Map([[tokenKey, token]]));
  await expect.poll(() => fresh.client.cursor.peek()).toBe(visitor.client.cursor.peek());
  expect(fresh.client.view.peek()).toEqual(visitor.client.view.peek());
  fresh.client.destroy();
}
