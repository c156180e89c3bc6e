import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { readDatabase } from './read-database.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

const LINES = ['first: do you send reminders?', 'second: how long is the set-up?', 'third: is there an app?'];
const UNSAVED = 'Not sent yet. Keep this page open';

test('F21 I22: lines typed offline are sent once and in order, also by the page that is opened after a reload', async ({
  page,
  context,
}) => {
  const chat = await begin(page, 'offline: hello');
  await context.setOffline(true);
  for (const line of LINES) await chat.say(line);
  await expect(chat.panel.getByText('Kept, will be sent')).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expectStored(['offline: hello', ...LINES], 'offline: hello');
  await expect(chat.own().locator('.bubble')).toHaveText(['offline: hello', ...LINES]);
});

test('F21 I22: a tab that is killed in mid-send has lost nothing: the next one sends the rest', async ({
  page,
  context,
}) => {
  const chat = await begin(page, 'killed: hello');
  await holdSockets(context, page);
  for (const line of LINES) await chat.say(line);
  await page.close({ runBeforeUnload: false });
  const next = new Chat(await context.newPage());
  await next.open(baton.pageUrl('tidewater'));
  await expectStored(['killed: hello', ...LINES], 'killed: hello');
  await expect(next.own().locator('.bubble')).toHaveText(['killed: hello', ...LINES]);
});

test('F21: back from another page, from the history cache or not, the chat goes on where it was', async ({
  page,
}) => {
  const chat = await begin(page, 'back: hello');
  await page.goto('about:blank');
  await page.goBack();
  await expect(chat.own().locator('.bubble')).toHaveText(['back: hello']);
  await chat.sayAndHear('back: are you still there?');
  await expectStored(['back: hello', 'back: are you still there?'], 'back: hello');
});

test('F21 F28 I2: five tabs that write at once are one visitor with one conversation, the same in each', async ({
  page,
  context,
}) => {
  const first = await begin(page, 'tabs: hello');
  const others = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const chat = new Chat(await context.newPage());
      await chat.page.goto(baton.pageUrl('tidewater'));
      await chat.page.getByRole('button', { name: 'Open chat' }).click();
      await expect(chat.own().locator('.bubble')).toHaveText(['tabs: hello']);
      return chat;
    }),
  );
  const tabs = [first, ...others];
  await Promise.all(tabs.map((chat, index) => chat.say(`tabs: line ${index + 1}`)));
  await expect(first.own()).toHaveCount(6);
  const order = await first.own().locator('.bubble').allTextContents();
  expect([...order].sort()).toEqual(['tabs: hello', ...tabs.map((_, index) => `tabs: line ${index + 1}`)]);
  for (const chat of others) await expect(chat.own().locator('.bubble')).toHaveText(order);
  await expectStored(order, 'tabs: hello');
});

for (const [name, deny] of [
  ['denied', denyStorage],
  ['full', fillStorage],
] as const) {
  test(`F21 I22: with storage ${name} the chat works, and says that a waiting line lives in this page alone`, async ({
    page,
    context,
  }) => {
    await page.addInitScript(deny);
    const chat = await begin(page, `${name}: hello`);
    await context.setOffline(true);
    await chat.say(`${name}: while offline`);
    await expect(chat.panel.getByText(UNSAVED)).toBeVisible();
    await context.setOffline(false);
    await expect(chat.panel.getByText(UNSAVED)).toHaveCount(0, { timeout: 35_000 });
    await expectStored([`${name}: hello`, `${name}: while offline`], `${name}: hello`);
  });
}

test('F21 I9: storage that is cleared under a waiting line neither loses nor doubles it', async ({
  page,
  context,
}) => {
  const chat = await begin(page, 'cleared: hello');
  await context.setOffline(true);
  await chat.say('cleared: while offline');
  await page.evaluate(() => localStorage.clear());
  await context.setOffline(false);
  await expectStored(['cleared: hello', 'cleared: while offline'], 'cleared: hello');
});

/** A visitor with an open chat and a first answer. */
async function begin(page: Page, line: string): Promise<Chat> {
  const chat = new Chat(page);
  await chat.open(baton.pageUrl('tidewater'));
  await chat.sayAndHear(line);
  return chat;
}

/** Sockets of this context go nowhere until the page is gone. */
async function holdSockets(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  page.once('close', () => void context.setOffline(false));
}

/** Exactly these lines stand in the conversation that begins with `first`. */
async function expectStored(lines: readonly string[], first: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await readDatabase(baton.databaseDirectory, 'tidewater');
        const conv = rows.find(({ text }) => text === first)?.conv;
        return rows.filter((row) => row.conv === conv && row.actor === 'visitor').map(({ text }) => text);
      },
      { timeout: 35_000 },
    )
    .toEqual(lines);
}

function denyStorage(): void {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
}

function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}
