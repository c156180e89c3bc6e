import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { lookAt } from '../support/look-at.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** Words that hardly an English sentence does without and that German does not have. */
const ENGLISH = /\b(?:the|and|of|with|by|has|have|this|that|is|are|visitor|nobody|asked|known)\b/i;

/** Every text of the page is German, also where it is folded up or only read aloud; the records behind them are data. */
async function expectGerman(page: Page): Promise<void> {
  const said = await page.locator('body').evaluate((body) => {
    const nodes = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = nodes.nextNode(); node; node = nodes.nextNode())
      if (!node.parentElement?.closest('pre, script, style')) found.push(node.nodeValue ?? '');
    const named = [...body.querySelectorAll('[title], [aria-label]')];
    return [...found, ...named.flatMap((each) => [each.getAttribute('title') ?? '', each.ariaLabel ?? ''])];
  });
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => ENGLISH.test(text))).toEqual([]);
}

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.locator('#act-menu').getByRole('button', { name, exact: true }).click();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an agent who reads German reads nothing else, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const viewport = { width: 1440, height: 900 };
    const page = await (await browser.newContext({ viewport, colorScheme, locale: 'de-DE' })).newPage();
    await page.goto(baton.takeLink('alpenrad', colorScheme === 'light' ? 'admin' : 'agent'));
    await page.getByLabel('Ihr Status').selectOption('available');
    const chat = new Chat(await (await browser.newContext({ locale: 'de-DE' })).newPage());
    await chat.open(baton.pageUrl('alpenrad'));
    await chat.sayAndHear('Guten Tag, wir suchen eine Dienstplanung für unsere Werkstätten');
    await chat.sayAndHear('35 Leute, oder eher 350');
    await chat.sayAndHear('Hauke Detlefsen, Betriebsleiter bei der Küstenrad GmbH');
    await chat.say('hauke@kuestenrad.example, Budget etwa 12.500 Euro im Jahr, ab März');
    await chat.say('Können Sie mir bitte jemanden geben? Ich möchte mit einem Menschen sprechen.');
    const offer = page.locator('.inbox-line.offered').first();
    await expect(offer).toBeVisible();
    await offer.locator('a').click();
    const context = page.getByRole('region', { name: 'Kontext' });
    await expect(context.getByText('Hauke Detlefsen, Betriebsleiter bei Küstenrad GmbH.')).toBeVisible();
    await page.keyboard.press('a');
    await expect(page.getByText('Sie sind zuständig')).toBeVisible();

    await context.getByRole('button', { name: 'Warum: Teamgröße' }).click();
    await context.getByRole('button', { name: 'Berichtigen', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Teamgröße').fill('38');
    await page.getByRole('dialog').getByLabel('Grund').fill('Am Telefon geklärt');
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await expect(
      context.getByText(/^(Emre Yılmaz|Greta Hofer): Teamgröße von „35“ auf „38“ geändert\./).first(),
    ).toBeVisible();
    await act(page, 'Neu beurteilen');
    await page.getByRole('dialog').getByLabel('Stufe').selectOption('B');
    await page.getByRole('dialog').getByLabel('Grund').fill('Kennen wir gut');
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await expect(context.getByText('Den Lead neu beurteilt', { exact: false }).first()).toBeVisible();
    await expectGerman(page);
    await lookAt(page, `german-desk-${colorScheme}`);

    await context.locator('.route').getByRole('button', { name: 'Warum?' }).click();
    await expect(page.getByRole('dialog').getByText(/^Angeboten: /)).toBeVisible();
    await expectGerman(page);
    await lookAt(page, `german-route-${colorScheme}`);
    await page.keyboard.press('Escape');
    await page
      .getByRole('log')
      .getByRole('button', { name: /^Warum: Assistent/ })
      .first()
      .click();
    await expect(
      page.getByRole('dialog').getByText('Die Sicherheitsprüfung', { exact: false }),
    ).toBeVisible();
    await expectGerman(page);
    await lookAt(page, `german-reply-${colorScheme}`);
    await page.keyboard.press('Escape');

    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const open = page.getByRole('button', { name: 'Kontext' }).first();
      if (await open.isVisible()) await open.click();
      await expect(context).toBeVisible();
      for (const [n, heading] of (await context.locator('h3').all()).entries()) {
        await heading.scrollIntoViewIfNeeded();
        await lookAt(page, `german-desk-${colorScheme}-${width}-${n}`);
      }
      await context.locator('.timeline > summary').click();
      await context.locator('.timeline li').last().scrollIntoViewIfNeeded();
      await lookAt(page, `german-desk-${colorScheme}-${width}-timeline`);
      await context.locator('.timeline > summary').click();
      // Nothing sticks out at the side, however long a German word is.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
    await chat.page.context().close();
  });
}
