import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';
import { lookAt } from '../support/look-at.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

const look = (page: Page, name: string) => lookAt(page, `studio-${name}`);

/** Replaces the first line that holds `before`, by the keyboard. */
async function edit(page: Page, before: string, after: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Playbook, YAML' });
  await editor.focus();
  await page.keyboard.press('Control+Home');
  // Only what is in sight is in the page: down, until the line is.
  const line = page.locator('.cm-line', { hasText: before }).first();
  for (let page_ = 0; page_ < 60 && (await line.count()) === 0; page_ += 1)
    await page.keyboard.press('PageDown');
  await line.scrollIntoViewIfNeeded();
  const text = (await line.textContent()) ?? '';
  await line.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.insertText(text.trimStart().replace(before, after));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the playbook studio, ${colorScheme}: from a draft to publishing and back`, async ({ browser }) => {
    test.setTimeout(360_000);
    const company = colorScheme === 'light' ? 'tidewater' : 'alpenrad';
    const viewport = { width: 1440, height: 900 };
    const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
    const desk = new Desk(page);
    await desk.signIn(baton.takeLink(company, 'admin'));
    const named = (name: string) => `${name}-${colorScheme}`;

    // A past conversation, to be judged by the draft later.
    const chat = new Chat(await (await browser.newContext()).newPage());
    await chat.open(baton.pageUrl(company));
    await chat.sayAndHear("I'm Noor Haddad from Lakeside Clinics, we need shift planning for 25 people");
    await chat.sayAndHear('noor@lakeside-clinics.example');

    await page.goto(`${baton.serverUrl}/console/settings/playbook`);
    await expect(page.getByText('Version 1 is live')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Playbook, YAML' })).toBeVisible();
    await look(page, named('first-sight'));

    await test.step('errors stand at their place and keep it from being published', async () => {
      await edit(page, 'team_size.orValue(0) >= 10', 'team_sise.orValue(0) >= 10');
      await expect(page.getByText('1 error', { exact: true })).toBeVisible();
      await expect(page.locator('.cm-lintRange-error')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled();
      await page.getByRole('button', { name: /^Line \d+$/ }).click();
      await look(page, named('error'));
    });

    await test.step('the editor offers what may stand there', async () => {
      await page.keyboard.press('End');
      await page.keyboard.type(' && reach');
      await expect(page.getByRole('option', { name: /reachable/ })).toBeVisible();
      await look(page, named('offers'));
      await page.keyboard.press('Enter');
      await expect(page.locator('.cm-line', { hasText: '&& reachable' }).first()).toBeVisible();
    });

    await test.step('a draft is discarded', async () => {
      await page.getByRole('button', { name: 'Discard the draft' }).click();
      await look(page, named('discard'));
      await page.getByRole('dialog').getByRole('button', { name: 'Discard the draft' }).click();
      await expect(page.getByText('Draft, not live')).toBeHidden();
      await expect(page.getByText('1 error', { exact: true })).toBeHidden();
    });

    await edit(page, 'team_size.orValue(0) >= 10', 'team_size.orValue(0) >= 1000');

    await test.step('a conversation with the draft, every decision explained', async () => {
      for (const line of [
        'We need a shared inbox for our support team',
        '40 people',
        'dana@brightwell.example',
      ]) {
        await page.getByLabel('What the visitor writes').fill(line);
        await page.getByRole('button', { name: 'Say it' }).click();
        await expect(page.locator('.try-said').last()).toContainText(line);
        await expect(page.getByRole('button', { name: 'Start over' })).toBeVisible();
        await expect(page.locator('.try-turns > li').last().locator('.try-why')).toBeVisible();
      }
      await expect(page.locator('.try-outcome')).toContainText('Needs review');
      await page.locator('.try-why > summary').last().click();
      await expect(page.locator('.try-why').last()).toContainText('The safety gate let the turn pass.');
      await look(page, named('try'));
    });

    await test.step('what the golden set and past chats say', async () => {
      await page.getByRole('tab', { name: 'Golden set' }).click();
      await page.getByRole('button', { name: 'Run all' }).click();
      const differs =
        company === 'tidewater' ? 'verdict: expected "qualified"' : 'Urteil: erwartet "qualified"';
      await expect(page.getByText(differs, { exact: false }).first()).toBeVisible();
      await look(page, named('golden'));
      await page.getByRole('tab', { name: 'Past chats' }).click();
      await page.getByRole('button', { name: 'Compare' }).click();
      await expect(page.getByText('1 looked at, 0 unchanged, 1 different.')).toBeVisible({ timeout: 30_000 });
      await look(page, named('past'));
    });

    await test.step('it is not published while golden conversations fail, and says which', async () => {
      await page.getByRole('button', { name: 'Publish' }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText('Publishing is blocked', { exact: false })).toBeVisible();
      await expect(dialog.getByText('A team of forty with a business address is qualified')).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled();
      await look(page, named('blocked'));
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('what passes is published, and taken back in one act', async () => {
      await edit(page, 'team_size.orValue(0) >= 1000', 'team_size.orValue(0) >= 12');
      await page.getByRole('button', { name: 'Publish' }).click();
      await expect(page.getByRole('button', { name: 'Publish now' })).toBeEnabled();
      await look(page, named('publish'));
      await page.getByRole('button', { name: 'Publish now' }).click();
      await expect(page.getByText('Version 2 is live. It decides', { exact: false })).toBeVisible();
      await page.getByRole('tab', { name: 'Versions' }).click();
      await look(page, named('versions'));
      await page.getByRole('button', { name: 'Go back to this' }).click();
      await expect(page.getByRole('dialog').getByText('1 line added, 1 removed.')).toBeVisible();
      await look(page, named('restore'));
      await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
      await expect(page.getByText('Version 3 is live, with the text of version 1.')).toBeVisible();
      await expect(page.getByText('Draft, not live')).toBeHidden();
    });

    await test.step('the ledger of lost leads', async () => {
      await page.goto(`${baton.serverUrl}/console/reports/leads`);
      await expect(page.getByText('No lead is lost', { exact: false })).toBeVisible();
      await look(page, named('ledger'));
      await page.getByRole('tab', { name: /Captured/ }).click();
      await expect(page.getByText('noor@lakeside-clinics.example')).toBeVisible();
      await look(page, named('captured'));
    });

    for (const width of [1024, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${baton.serverUrl}/console/settings/playbook`);
      await expect(page.getByRole('textbox', { name: 'Playbook, YAML' })).toBeVisible();
      await look(page, named(String(width)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.context().close();
  });
}
