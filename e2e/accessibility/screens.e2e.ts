import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';
import { lookAt } from '../support/look-at.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

async function visit(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

const visitorLooks = [
  ['light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true, isMobile: true }],
  [
    'small-phone-dark',
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark', hasTouch: true, isMobile: true },
  ],
] as const;

for (const [name, options] of visitorLooks) {
  test(`the widget, ${name}: nothing for axe to complain about in any state`, async ({ browser }) => {
    const page = await visit(browser, options);
    const chat = new Chat(page);
    await page.goto(baton.pageUrl('tidewater'));
    await expect(page.getByRole('button', { name: 'Open chat' })).toBeVisible();
    await lookAt(page, `widget-${name}-closed`);
    await chat.open(baton.pageUrl('tidewater'));
    await expect(chat.panel.getByRole('button', { name: 'What does it cost?' })).toBeVisible();
    await lookAt(page, `widget-${name}-open`);
    await chat.sayAndHear('what does it cost per seat?');
    await chat.sayAndHear('we need shift planning for our clinics');
    await lookAt(page, `widget-${name}-conversation`);
    await chat.panel.getByRole('button', { name: 'Talk to a person' }).click();
    await expect(chat.log.getByText('We are looking for a person to join you.')).toBeVisible();
    await lookAt(page, `widget-${name}-waiting`);
    await page.context().close();
  });
}

test('the widget in German, with a person in the chat', async ({ browser }) => {
  const desk = new Desk(await visit(browser, { viewport: { width: 1440, height: 900 } }));
  await desk.signIn(baton.takeLink('alpenrad', 'agent'));
  await desk.becomeAvailable();
  const chat = new Chat(await visit(browser, { locale: 'de-DE' }));
  await chat.open(baton.pageUrl('alpenrad'));
  await chat.sayAndHear('Hallo, wir suchen eine Dienstplanung für 25 Leute');
  await chat.panel.getByRole('button', { name: /Mensch|Person/ }).click();
  await desk.accept('Besucher');
  await desk.reply('Guten Tag, hier ist Emre. Wie kann ich helfen?');
  await expect(chat.from('Emre Yılmaz').first()).toBeVisible();
  await lookAt(chat.page, 'widget-german-with-agent');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the console, ${colorScheme}: nothing for axe to complain about on any screen`, async ({
    browser,
  }) => {
    const admin = await visit(browser, { viewport: { width: 1440, height: 900 }, colorScheme });
    await admin.goto(`${baton.serverUrl}/console/`);
    await expect(admin.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await lookAt(admin, `console-${colorScheme}-sign-in`);
    // A sign-in link works once: each colour takes somebody else's.
    const desk = new Desk(admin);
    await desk.signIn(baton.takeLink(colorScheme === 'light' ? 'tidewater' : 'alpenrad', 'admin'));
    await lookAt(admin, `console-${colorScheme}-inbox`);

    const company = colorScheme === 'light' ? 'tidewater' : 'alpenrad';
    const chat = new Chat(await visit(browser, {}));
    await chat.open(baton.pageUrl(company));
    await chat.sayAndHear("I'm Noor Haddad from Lakeside Clinics, we need shift planning for 25 people");
    await chat.sayAndHear('noor@lakeside-clinics.example');
    await desk.inbox.getByText('Noor Haddad').first().click();
    await expect(desk.bundle.getByText('Noor Haddad').first()).toBeVisible();
    await lookAt(admin, `console-${colorScheme}-conversation`);
    for (const width of [1024, 390, 320]) {
      await admin.setViewportSize({ width, height: 844 });
      await lookAt(admin, `console-${colorScheme}-conversation-${width}`);
    }
    await admin.setViewportSize({ width: 1440, height: 900 });
    for (const screen of ['sites', 'people', 'playbook']) {
      await admin.goto(`${baton.serverUrl}/console/settings/${screen}`);
      await expect(admin.getByRole('heading').first()).toBeVisible();
      await lookAt(admin, `console-${colorScheme}-${screen}`);
    }
    await admin.context().close();
  });
}
