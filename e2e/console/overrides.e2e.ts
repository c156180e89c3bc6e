import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

async function more(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('#act-menu').getByRole('button', { name: act, exact: true }).click();
}

test('what the rules would keep is sent to a colleague, who sees why, and fills in what is missing', async ({
  browser,
}) => {
  const admin = new Desk(
    await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage(),
  );
  await admin.signIn(baton.takeLink('tidewater', 'admin'));
  await admin.becomeAvailable();
  const colleague = new Desk(
    await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage(),
  );
  await colleague.signIn(baton.takeLink('tidewater', 'agent'));
  await colleague.becomeAvailable();
  const chat = new Chat(await (await browser.newContext()).newPage());
  await chat.open(baton.pageUrl('tidewater'));
  await chat.sayAndHear('my name is Quillon Marsh');

  await admin.inbox.getByText('Quillon Marsh').first().click();
  await more(admin.page, 'Send elsewhere');
  const dialog = admin.page.getByRole('dialog');
  const target = dialog.locator('option[value^="agent "]:not([disabled])').first();
  await expect(target).toBeAttached();
  await dialog.getByLabel('To', { exact: true }).selectOption(await target.getAttribute('value'));
  // Nothing goes anywhere without a reason.
  const send = dialog.getByRole('button', { name: 'Send elsewhere' });
  await expect(send).toBeDisabled();
  await dialog.getByLabel('Reason').fill('He knows this customer');
  await send.click();
  await expect(dialog).toBeHidden();
  await expect(chat.panel.getByText('Looking for a person', { exact: true })).toBeVisible();
  // How long others waited is not known yet, so nothing is claimed but the place.
  await expect(chat.panel.getByText('You are next', { exact: true })).toBeVisible();

  // The colleague alone is asked, and learns from the record who sent it.
  await colleague.accept('Quillon Marsh');
  await colleague.bundle.locator('.route').getByRole('button', { name: 'Why?' }).click();
  const why = colleague.page.getByRole('dialog');
  await expect(why.getByText(/^A person sent it to /)).toBeVisible();
  await expect(why.getByText(/^Offered to /)).toBeVisible();
  await why.getByText('Show as JSON').click();
  await expect(why.getByText('"directed"', { exact: false })).toBeVisible();
  await colleague.page.keyboard.press('Escape');

  await colleague.bundle.getByRole('button', { name: 'Fill in Company' }).click();
  const fill = colleague.page.getByRole('dialog');
  await expect(fill.getByText('Withdraw', { exact: false })).toHaveCount(0);
  await fill.getByLabel('Company').fill('Marsh & Daughters');
  await fill.getByLabel('Reason').fill('He said so on the phone');
  await fill.getByRole('button', { name: 'Save' }).click();
  await expect(colleague.bundle.locator('.fact').getByText('Marsh & Daughters')).toBeVisible();
  await expect(colleague.bundle.getByRole('button', { name: 'Fill in Company' })).toHaveCount(0);
  for (const page of [admin.page, colleague.page, chat.page]) await page.context().close();
});

test('switched off everywhere the assistant says nothing and a person can answer; switched on again it answers', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const desk = new Desk(page);
  await desk.signIn(baton.takeLink('alpenrad', 'admin'));
  const chat = new Chat(await (await browser.newContext({ locale: 'en-GB' })).newPage());
  await chat.open(baton.pageUrl('alpenrad'));
  await chat.sayAndHear('hello there');
  const answers = chat.from('Assistant').or(chat.from('Assistent'));
  const before = await answers.count();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Sites' }).click();
  const everywhere = page.getByRole('region', { name: 'The assistant everywhere' });
  await everywhere.getByRole('button', { name: 'Switch off everywhere' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('It quotes an old price');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off everywhere' }).click();
  await expect(everywhere.getByText('Switched off. People answer.')).toBeVisible();
  await expect(everywhere.getByText('Because: It quotes an old price')).toBeVisible();

  await chat.say('what does it cost?');
  // Long enough for a turn to have been taken and spoken.
  await chat.page.waitForTimeout(4_000);
  expect(
    await answers.filter({ hasNotText: /person|team|colleague|Team|Mensch/ }).count(),
  ).toBeLessThanOrEqual(before);

  await everywhere.getByRole('button', { name: 'Switch on again' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('The price is right now');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on again' }).click();
  await expect(everywhere.getByText('It answers, except on sites that are paused.')).toBeVisible();
  const next = new Chat(await (await browser.newContext({ locale: 'en-GB' })).newPage());
  await next.open(baton.pageUrl('alpenrad'));
  await next.sayAndHear('hello there');
  for (const each of [page, chat.page, next.page]) await each.context().close();
});
