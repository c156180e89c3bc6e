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

let shown = 0;
const look = (page: Page, name: string) => {
  shown += 1;
  return lookAt(page, `shift-${String(shown).padStart(2, '0')}-${name}`);
};

async function more(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('#act-menu').getByRole('button', { name: act, exact: true }).click();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the first shift of an agent, ${colorScheme}: from sign-in to the report`, async ({ browser }) => {
    test.setTimeout(300_000);
    shown = 0;
    const company = colorScheme === 'light' ? 'tidewater' : 'alpenrad';
    // What a playbook calls its slots, agents read in the company's language, not in their own.
    const teamSize = company === 'tidewater' ? 'Team size' : 'Teamgröße';
    const page = await (
      await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
    ).newPage();
    const desk = new Desk(page);
    await page.goto(`${baton.serverUrl}/console/`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await look(page, `sign-in-${colorScheme}`);
    await desk.signIn(baton.takeLink(company, 'admin'));
    await look(page, `first-sight-${colorScheme}`);
    await page.getByRole('button', { name: 'Become available' }).click();
    await expect(page.getByText('You are available. New chats appear here.')).toBeVisible();
    await look(page, `available-${colorScheme}`);

    // A canned reply for later.
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Canned replies' }).click();
    await expect(page.getByRole('heading', { name: 'Canned replies' })).toBeVisible();
    await look(page, `no-snippets-${colorScheme}`);
    await page.getByRole('button', { name: 'New canned reply' }).click();
    await page.getByLabel('Shortcut', { exact: true }).fill('hello');
    await page.getByLabel('Title', { exact: true }).fill('Greeting');
    await page
      .getByLabel('Text', { exact: true })
      .fill('Hi {{visitor.first_name}}, {{agent.first_name}} here. ');
    await look(page, `new-snippet-${colorScheme}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('/hello')).toBeVisible();
    await page.getByRole('link', { name: 'Sites' }).click();
    await expect(page.getByText('No widget with this key has called yet', { exact: false })).toBeVisible();
    await look(page, `site-not-installed-${colorScheme}`);

    const chat = new Chat(await (await browser.newContext()).newPage());
    await chat.open(baton.pageUrl(company));
    await chat.sayAndHear("I'm Noor Haddad from Lakeside Clinics, we need shift planning for 25 people");
    await chat.sayAndHear('noor@lakeside-clinics.example');
    await expect(page.getByText(/^Seen on /)).toBeVisible({ timeout: 20_000 });
    await look(page, `site-installed-${colorScheme}`);
    await page.getByRole('link', { name: 'Conversations' }).click();
    await chat.say('can I talk to a person please');
    await expect(desk.inbox.locator('.inbox-line.offered')).toBeVisible();
    await look(page, `offer-${colorScheme}`);
    await desk.inbox.locator('.inbox-line.offered a').click();
    await expect(desk.bundle.getByText('Noor Haddad').first()).toBeVisible();
    await look(page, `offer-read-${colorScheme}`);
    await page.keyboard.press('a');
    await expect(page.getByText('You own this')).toBeVisible();
    await desk.bundle.locator('button.value').first().click();
    await expect(desk.thread.locator('mark.active').first()).toBeInViewport();
    await look(page, `proof-${colorScheme}`);

    const composer = page.getByRole('textbox', { name: 'Reply to the visitor' });
    await composer.fill('');
    await composer.pressSequentially('/hel');
    await expect(page.getByRole('option', { name: /hello/ })).toBeVisible();
    await look(page, `snippet-menu-${colorScheme}`);
    await composer.press('Enter');
    await expect(composer).toHaveValue(/^Hi Noor, \S+ here\. ?$/);
    await composer.press('End');
    await composer.pressSequentially('Shall we find a time?');
    // What is typed survives a reload.
    await page.reload();
    await expect(composer).toHaveValue(/Shall we find a time\?$/);
    await composer.press('Enter');
    await expect(chat.log.getByText('Shall we find a time?')).toBeVisible();
    await chat.say('yes please, tomorrow');
    await expect(desk.thread.getByText('yes please, tomorrow')).toBeVisible();
    await look(page, `talking-${colorScheme}`);
    await page.getByRole('searchbox').fill('tomorrow');
    await expect(desk.inbox.locator('.search-results mark').first()).toBeVisible();
    await look(page, `search-${colorScheme}`);
    await page.getByRole('searchbox').fill('');

    // The machine has read a number wrong: it is put right, with a reason.
    await page.getByRole('button', { name: `Why: ${teamSize}` }).click();
    await desk.bundle.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('dialog').getByLabel(teamSize).fill('30');
    await page.getByRole('dialog').getByLabel('Reason').fill('She said so on the phone');
    await look(page, `correct-${colorScheme}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(desk.bundle.getByText('She said so on the phone', { exact: false }).first()).toBeVisible();
    await more(page, 'Judge anew');
    await page.getByRole('dialog').getByLabel('Tier').selectOption('A');
    await page.getByRole('dialog').getByLabel('Reason').fill('A clinic group that we know');
    await look(page, `judge-${colorScheme}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(
      desk.bundle.getByText('A clinic group that we know', { exact: false }).first(),
    ).toBeVisible();
    await desk.thread.getByRole('button', { name: 'Why: Assistant' }).first().click();
    await expect(page.getByRole('dialog').getByText('Show as JSON')).toBeVisible();
    await look(page, `why-reply-${colorScheme}`);
    await page.keyboard.press('Escape');

    // It goes to a colleague, who takes it; what the colleague has is taken back with a reason.
    const other = new Desk(await (await browser.newContext()).newPage());
    await other.signIn(baton.takeLink(company, 'agent'));
    await other.becomeAvailable();
    await more(page, 'Transfer');
    const target = page.getByRole('dialog').locator('option[value^="agent "]:not([disabled])').first();
    await expect(target).toBeAttached();
    await page
      .getByRole('dialog')
      .getByLabel('To', { exact: true })
      .selectOption(await target.getAttribute('value'));
    await page.getByRole('dialog').getByLabel('Note').fill('Wants a time tomorrow');
    await look(page, `transfer-${colorScheme}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click();
    await other.accept('Noor Haddad');
    await expect(other.page.getByText('Wants a time tomorrow').first()).toBeVisible();
    await expect(page.getByText('You own this')).toBeHidden();
    await look(page, `with-colleague-${colorScheme}`);
    await more(page, 'Take over');
    await page.getByRole('dialog').getByLabel('Reason').fill('She called me back');
    await look(page, `barge-in-${colorScheme}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
    await expect(page.getByText('You own this')).toBeVisible();
    await other.page.context().close();

    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await look(page, `close-${colorScheme}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Close conversation' }).click();
    await expect(page.getByText('This conversation is closed', { exact: false }).first()).toBeVisible();
    await look(page, `closed-${colorScheme}`);

    await page.getByRole('link', { name: 'Reports' }).click();
    await expect(page.getByRole('heading', { name: 'Time to first human reply' })).toBeVisible();
    await expect(page.locator('.u-wrap').first()).toBeVisible();
    await expect(page.locator('.report-counts dd').first()).toHaveText('1');
    await look(page, `report-${colorScheme}`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('conversations.csv');
    await page.context().close();
  });
}
