import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';
import { fillIn, snippetOfGuide } from '../support/guide.js';
import { servePage, tag } from '../support/host-page.js';

const TEXT = 'Questions about our plans?';
const PICTURES = process.env['SCREENSHOTS'];

let baton: Baton;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** The line that the guide has its reader add. */
const line = () => fillIn(snippetOfGuide('html', 'greetings.js'), baton, 'demo-tidewater');
const bubble = (page: Page) => page.getByRole('button', { name: TEXT });

test('an administrator has the widget speak first after a second on one page', async ({ page }) => {
  const desk = new Desk(page);
  await desk.signIn(baton.takeLink('tidewater', 'admin'));
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Sites' }).click();
  const part = page.locator('form', { has: page.getByRole('heading', { name: 'Chat window' }) });
  await part.getByText('Speak first').click();
  await part.getByRole('button', { name: 'Add a greeting' }).click();
  await part.getByLabel('Greeting', { exact: true }).fill(TEXT);
  await part.getByLabel('Pages').fill('/plans*');
  await part.getByLabel('After seconds').fill('1');
  await part.getByLabel('When the pointer leaves the page').check();
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(part.getByText('Saved')).toBeVisible();
  if (PICTURES) await part.screenshot({ path: `${PICTURES}/greetings-console.png` });
});

test('it does so there, once, without loading the chat; a tap opens it; elsewhere it says nothing', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const other = await servePage(page, baton, { path: '/about.html', head: tag(baton) + line() });
  await page.goto(other);
  await page.waitForTimeout(2_000);
  await expect(bubble(page)).toHaveCount(0);

  const plans = await servePage(page, baton, { path: '/plans.html', head: tag(baton) + line() });
  await page.goto(plans);
  await expect(bubble(page)).toBeVisible();
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/greeting.png` });
  // Nothing but the rules and the count has been asked for, and nobody's focus was taken.
  expect(loaded.filter((path) => /chat-|socket|visitor/.test(path))).toEqual([]);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await expect.poll(() => loaded.filter((path) => path === '/v1/greetings/shown').length).toBe(1);

  await bubble(page).click();
  await expect(bubble(page)).toHaveCount(0);
  await expect(new Chat(page).composer).toBeFocused();
  await page.getByRole('button', { name: 'Close chat' }).first().click();
  await page.reload();
  await page.waitForTimeout(2_000);
  await expect(bubble(page)).toHaveCount(0);
});

test('the intent to leave brings it up as well, and a cross takes it away', async ({ page }) => {
  // Time stands still: it cannot be the second on the page.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
  const plans = await servePage(page, baton, { path: '/plans.html', head: tag(baton) + line() });
  await page.goto(plans);
  await expect(async () => {
    await page.evaluate(() =>
      document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 })),
    );
    await expect(bubble(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(bubble(page)).toHaveCount(0);
});

test('never over a refused consent, nor over an open chat', async ({ browser }) => {
  for (const state of [
    () => localStorage.setItem('baton:demo-tidewater:refused', '1'),
    () => sessionStorage.setItem('baton:demo-tidewater:open', '1'),
  ]) {
    const page = await (await browser.newContext()).newPage();
    const plans = await servePage(page, baton, { path: '/plans.html', head: tag(baton) + line() });
    await page.addInitScript(state);
    await page.goto(plans);
    await page.waitForTimeout(2_000);
    await expect(bubble(page)).toHaveCount(0);
    await page.context().close();
  }
});
