import { expect, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

test('a site’s own words stand in the widget; with nobody there the visitor reads so before asking for a person', async ({
  browser,
}) => {
  const desk = new Desk(await browser.newPage());
  await desk.signIn(baton.takeLink('tidewater', 'admin'));
  await desk.page.getByRole('link', { name: 'Settings' }).click();
  await desk.page.getByRole('link', { name: 'Sites' }).click();
  const part = desk.page.locator('form', { has: desk.page.getByRole('heading', { name: 'Chat window' }) });
  await part.getByText('Your own words').click();
  await part.getByLabel('Talk to a person', { exact: true }).fill('Get me a human');
  await part.getByLabel('Write a message…', { exact: true }).fill('Ask about planning a message');
  await part.getByLabel('Automated assistant', { exact: true }).fill('Our robot');
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(part.getByText('Saved')).toBeVisible();
  const pictures = process.env['SCREENSHOTS'];
  if (pictures) await part.screenshot({ path: `${pictures}/words-console.png` });

  const visitor = await browser.newContext();
  const chat = new Chat(await visitor.newPage());
  await chat.open(baton.pageUrl('tidewater'));
  await expect(chat.panel.getByRole('button', { name: 'Get me a human' })).toBeVisible();
  await expect(chat.composer).toHaveAttribute('placeholder', 'Ask about planning a message');
  await expect(chat.panel.getByText('Our robot')).toBeVisible();
  const away = chat.panel.getByText('Nobody of the team is here right now.', { exact: false });
  await expect(away).toBeVisible();
  if (pictures) await chat.page.screenshot({ path: `${pictures}/away.png` });
  await chat.sayAndHear('what does it cost per seat?');
  await expect(away).toBeVisible();
  // Asked for: the conversation itself says it now, with the time that is promised, and asks for a contact.
  await chat.panel.getByRole('button', { name: 'Get me a human' }).click();
  await expect(away).toBeHidden();
  await expect(chat.log.getByText('Nobody is free right now', { exact: false }).first()).toBeVisible();
  await visitor.close();

  await desk.page.goto(`${baton.serverUrl}/console/`);
  await desk.becomeAvailable();
  // What the server has seen of who is there holds for some seconds; each look is a new visitor's.
  await expect(async () => {
    const next = await browser.newContext();
    try {
      const other = new Chat(await next.newPage());
      await other.open(baton.pageUrl('tidewater'));
      await expect(other.panel.getByRole('button', { name: 'Get me a human' })).toBeVisible();
      const line = other.panel.getByText('Nobody of the team', { exact: false });
      await expect(line).toBeHidden({ timeout: 1_000 });
    } finally {
      await next.close();
    }
  }).toPass({ timeout: 30_000, intervals: [2_000] });
});
