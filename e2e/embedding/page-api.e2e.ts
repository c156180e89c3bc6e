import { expect, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { listenToConsole, servePage, tag } from '../support/host-page.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

test('two widgets of two sites stand on one page, each with its own chat', async ({ page }) => {
  const url = await servePage(page, baton, {
    path: '/two.html',
    body: `${tag(baton)}${tag(baton, 'data-site="demo-alpenrad" data-position="start" data-label="Alpenrad" data-locale="de"')}`,
  });
  await page.goto(url);
  await expect(page.locator('baton-chat')).toHaveCount(2);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('button', { name: 'Alpenrad' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(2);
  // Async tags run in any order: a widget is found by what it says, not by its place.
  const second = page.locator('baton-chat[data-position="start"]');
  await second.getByRole('textbox', { name: 'Nachricht' }).fill('Was kostet es?');
  await second.getByRole('textbox', { name: 'Nachricht' }).press('Enter');
  await expect(second.locator('.group.own .message')).toHaveCount(1);
  const first = page.locator('baton-chat:not([data-position="start"])');
  await expect(first.getByRole('textbox', { name: 'Write a message' })).toBeVisible();
  await expect(first.locator('.group.own .message')).toHaveCount(0);
});

test('<baton-chat> in the markup is a widget, and taking it out ends it', async ({ page }) => {
  const url = await servePage(page, baton, {
    path: '/element.html',
    body: `<baton-chat data-site="demo-tidewater" data-launcher="text" data-label="Ask us"></baton-chat>${tag(baton, '')}`,
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Ask us' }).click();
  const chat = new Chat(page);
  await expect(chat.composer).toBeFocused();
  await chat.sayAndHear('what does it cost per seat?');
  await page.evaluate(() => document.querySelector('baton-chat')?.remove());
  await expect.poll(() => page.evaluate(() => 'Baton' in window)).toBe(false);
});

test('calls wait in the queue; events tell what happens, without personal data', async ({ page }) => {
  const said = listenToConsole(page);
  const url = await servePage(page, baton, {
    path: '/calls.html',
    head: `<script>
      window.told = [];
      window.Baton = window.Baton || [];
      for (const event of ['ready','opened','closed','message','unread','qualified','handoff.requested','handoff.accepted','rated','error','opend'])
        Baton.push(['on', event, (detail) => told.push([event, detail])]);
      Baton.push(['hideLauncher'], ['setTheme', 'dark'], ['setContext', { url: 'https://tidewater.example/private', title: 'Elsewhere' }], ['opne'], ['open', { message: 'what does it cost per seat?' }]);
    </script>`,
    body: tag(baton, 'data-site="demo-tidewater" data-colour="teal" data-turbo-track="reload"'),
  });
  await page.goto(url);
  const chat = new Chat(page);
  await expect(chat.composer).toHaveValue('what does it cost per seat?');
  await expect(chat.panel.getByRole('button', { name: 'What does it cost?' })).toBeVisible();
  await expect(chat.own()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Close chat' })).toHaveCount(1);
  await chat.composer.press('Enter');
  await expect(chat.from('Assistant').last()).toContainText('20');
  await chat.sayAndHear(
    "I'm Dana Whitfield, operations manager at Brightwell Vets, dana@brightwellvets.example",
  );
  await chat.panel.getByRole('button', { name: 'Talk to a person' }).click();
  await expect(chat.log.getByText('We are looking for a person to join you.')).toBeVisible();
  await page.evaluate(() => window.Baton && 'close' in window.Baton && window.Baton.close());
  const told = await page.evaluate(() => Reflect.get(window, 'told') as [string, unknown][]);
  const names = told.map(([event]) => event);
  for (const event of ['ready', 'opened', 'message', 'handoff.requested', 'closed'])
    expect(names).toContain(event);
  expect(JSON.stringify(told)).not.toMatch(/Dana|brightwell|cost/i);
  await expect.poll(() => said.join('\n')).toContain('there is no option "colour". Did you mean "color"?');
  expect(said.join('\n')).toContain('there is no event "opend". Did you mean "opened"?');
  expect(said.join('\n')).toContain('there is no call "opne". Did you mean "open"?');
  expect(said.join('\n')).not.toContain('turbo');
});

test('another language and another theme apply at once and lose nothing', async ({ page }) => {
  const url = await servePage(page, baton, { path: '/locale.html', body: tag(baton) });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  await page.evaluate(() => {
    if (!window.Baton || !('setLocale' in window.Baton)) return;
    window.Baton.setLocale('de');
    window.Baton.setTheme('dark');
  });
  await expect(page.getByRole('textbox', { name: 'Nachricht schreiben …' })).toBeVisible();
  await expect(chat.own()).toHaveCount(1);
  expect(await page.locator('baton-chat').evaluate((host) => getComputedStyle(host).colorScheme)).toBe(
    'dark',
  );
  await page.evaluate(() => window.Baton && 'toggle' in window.Baton && window.Baton.toggle());
  await expect(page.getByRole('button', { name: 'Chat öffnen' })).toBeVisible();
});
