import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';
import { listenToConsole, servePage, tag } from '../support/host-page.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** The page gets the files of an earlier release where it asks for the widget. */
async function serveEarlierWidget(page: Page): Promise<void> {
  await page.context().route(`${baton.serverUrl}/widget/*`, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(new URL(`earlier-widget/${name}`, import.meta.url)),
    });
  });
}

test('the widget of an earlier release talks to this server: answers, a person, a reload, a closed chat', async ({
  page,
  browser,
}) => {
  const desk = new Desk(
    await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage(),
  );
  await desk.signIn(baton.takeLink('tidewater', 'agent'));
  await desk.becomeAvailable();
  await serveEarlierWidget(page);
  const said = listenToConsole(page);
  const url = await servePage(page, baton, { path: '/earlier.html', body: tag(baton) });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  await expect(chat.from('Assistant').last()).toContainText('20');
  await chat.sayAndHear("I'm Dana Whitfield from Brightwell Vets, dana@brightwellvets.example");
  await chat.panel.getByRole('button', { name: 'Talk to a person' }).click();
  await desk.accept('Dana Whitfield');
  await desk.reply('Hello Dana, this is a person.');
  await expect(chat.from('Tomás Reyes').first()).toContainText('this is a person');
  await chat.say('wonderful');
  const before = await chat.own().count();
  await page.reload();
  await expect(chat.own()).toHaveCount(before);
  await expect(chat.from('Tomás Reyes').first()).toContainText('this is a person');
  expect(said.filter((line) => line.startsWith('error'))).toEqual([]);
  await desk.page.context().close();
});
test('a widget of another protocol number is refused in words, and does not ask again and again', async ({
  page,
}) => {
  let asked = 0;
  await page.routeWebSocket(/\/v1\/socket/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      asked += 1;
      server.send(`${message}`.replace('"protocol":1', '"protocol":2'));
    });
  });
  const url = await servePage(page, baton, { path: '/later.html', body: tag(baton) });
  const chat = new Chat(page);
  await chat.open(url);
  await expect(
    chat.panel.getByText('The chat has been updated. Reload the page to go on.').first(),
  ).toBeVisible();
  await expect(chat.panel.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  const before = asked;
  await page.waitForTimeout(3_000);
  expect(asked).toBe(before);
});
