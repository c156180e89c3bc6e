import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** Opens the palette, types, and does the first line: one of the ways that need no pointer. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Go to or do' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { selected: true })).toContainText(words, { ignoreCase: true });
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
}

test('the whole way of an agent by keyboard alone: available, accept, read the proof, reply, search, close', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const desk = new Desk(page);
  await desk.signIn(baton.takeLink('tidewater', 'agent'));
  await command(page, 'Become available');
  await expect(page.getByLabel('Your presence')).toHaveValue('available');

  const chat = new Chat(await (await browser.newContext()).newPage());
  await chat.open(baton.pageUrl('tidewater'));
  await chat.sayAndHear("I'm Imani Diallo from Harbour Dental, ten of us need appointment reminders");
  await chat.say('can I talk to a person please');
  await expect(desk.inbox.locator('.inbox-line.offered')).toBeVisible();

  await page.keyboard.press('a');
  const composer = page.getByRole('textbox', { name: 'Reply to the visitor' });
  await expect(composer).toBeFocused();
  await page.keyboard.type('Hi Imani, I have read what you told our assistant.');
  await page.keyboard.press('Enter');
  await expect(chat.log.getByText('I have read what you told our assistant')).toBeVisible();
  await expect(composer).toBeFocused();

  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Context' })).toBeFocused();
  // The first fact is reached by Tab; Enter leads to the visitor's words.
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('value'))).toBe(true);
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(desk.thread.locator('mark.active').first()).toBeInViewport();
  await expect(desk.thread.locator('[id^="message"]:focus')).toHaveCount(1);

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search conversations' })).toBeFocused();
  await page.keyboard.type('appointment remind');
  await expect(desk.inbox.locator('.search-results mark').first()).toBeVisible();
  // The first Escape empties the field, as browsers do it; the next leaves the search.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(desk.inbox.locator('.search-results')).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });

  await page.keyboard.press('Escape');
  await command(page, 'Close');
  const dialog = page.getByRole('dialog', { name: /close this conversation/i });
  await expect(dialog).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Close conversation' })).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText('This conversation is closed.', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
