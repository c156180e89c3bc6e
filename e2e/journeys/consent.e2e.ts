import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** Every frame that the page sends over its socket, and every body that it posts. */
function listenToSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  return sent;
}

test('an administrator asks for consent in the console; visitors agree before anything they write is sent', async ({
  browser,
}) => {
  const desk = new Desk(await browser.newPage());
  await desk.signIn(baton.takeLink('tidewater', 'admin'));
  await desk.page.getByRole('link', { name: 'Settings' }).click();
  await desk.page.getByRole('link', { name: 'Sites' }).click();
  await desk.page.getByLabel('Visitors have to agree before they can write').check();
  await desk.page.getByLabel('What they agree to').fill('May Tidewater keep what you write here?');
  await desk.page.getByLabel('Where it is explained').fill('https://tidewater.example/privacy');
  const part = desk.page.locator('form', { has: desk.page.getByRole('heading', { name: 'Chat window' }) });
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(part.getByText('Saved')).toBeVisible();
  await part.screenshot(
    process.env['SCREENSHOTS'] ? { path: `${process.env['SCREENSHOTS']}/consent-console.png` } : {},
  );

  const context = await browser.newContext();
  const page = await context.newPage();
  const sent = listenToSent(page);
  const chat = new Chat(page);
  await chat.open(baton.pageUrl('tidewater'));
  const asked = page.getByRole('group', { name: 'Before you write' });
  await expect(asked.getByRole('status')).toHaveText('May Tidewater keep what you write here?');
  await expect(asked.getByRole('link', { name: 'Read more' })).toHaveAttribute(
    'href',
    'https://tidewater.example/privacy',
  );
  // The assistant says what it is before the first word.
  await expect(chat.log.locator('.disclosure')).toBeVisible();

  await chat.say('my secret number is 4711');
  await page.waitForTimeout(1_500);
  expect(sent.join()).not.toContain('4711');

  // Refused: it is gone, nothing can be written, and a reload remembers.
  await asked.getByRole('button', { name: 'No, thanks' }).click();
  await expect(asked.getByRole('button', { name: 'Agree after all' })).toBeFocused();
  await expect(chat.own()).toHaveCount(0);
  await page.reload();
  await expect(asked.getByText('You have not agreed.')).toBeVisible();
  await expect(chat.composer).toBeHidden();
  expect(sent.join()).not.toContain('4711');
  // What greetings look at.
  expect(await page.evaluate(() => localStorage.getItem('baton:demo-tidewater:refused'))).toBe('1');

  await asked.getByRole('button', { name: 'Agree after all' }).click();
  await expect(chat.composer).toBeFocused();
  await expect(asked).toBeHidden();
  await chat.sayAndHear('what does it cost per seat?');

  // As easy to take back.
  await page.getByRole('button', { name: 'Withdraw my consent' }).click();
  await expect(chat.composer).toBeHidden();
  await context.close();
});
