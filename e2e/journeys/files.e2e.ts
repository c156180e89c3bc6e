import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type FileChooser, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';
import { OFFER, PLACE, takePhoto } from '../support/photo.js';

let baton: Baton;
let desk: Desk;
test.beforeAll(async ({ browser }) => {
  baton = await startBaton({ FILE_MAX_MB: '1' });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  desk = new Desk(await context.newPage());
  await desk.signIn(baton.takeLink('tidewater', 'admin'));
});
test.afterAll(() => baton.stop());

/** A visitor whom the agent at the desk is talking to. */
async function meet(browser: Browser, name: string): Promise<Chat> {
  const chat = new Chat(await (await browser.newContext()).newPage());
  await chat.open(baton.pageUrl('tidewater'));
  await chat.sayAndHear(`my name is ${name}`);
  await desk.inbox.getByText(name).first().click();
  await desk.page.getByRole('button', { name: 'Take over' }).first().click();
  await expect(desk.page.getByText('You own this')).toBeVisible();
  return chat;
}

async function choose(page: Page, files: Parameters<FileChooser['setFiles']>[0]) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Send a file' }).click();
  await (await chooser).setFiles(files);
}

const complaints = async (page: Page, part: string) =>
  (await new AxeBuilder({ page }).include(part).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );

test('A73: a picture goes to the agent without its place, a PDF comes back, and only a download runs nothing', async ({
  browser,
}) => {
  const chat = await meet(browser, 'Quillon Marsh');
  const photo = await takePhoto(chat.page);
  expect(photo.includes(PLACE)).toBe(true);
  await choose(chat.page, { name: 'kitchen.jpg', mimeType: 'image/jpeg', buffer: photo });

  // The visitor sees it drawn: the same red as it was.
  const drawn = chat.own().last().getByRole('img', { name: 'kitchen.jpg' });
  await expect(drawn).toBeVisible();
  await expect
    .poll(() =>
      drawn.evaluate((canvas) =>
        canvas instanceof HTMLCanvasElement
          ? (canvas.getContext('2d')?.getImageData(5, 5, 1, 1).data[0] ?? 0)
          : 0,
      ),
    )
    .toBeGreaterThan(150);

  // The agent sees it, and what can be downloaded has lost its place.
  const shown = desk.thread.getByRole('img', { name: 'kitchen.jpg' });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
  const saving = desk.page.waitForEvent('download');
  await desk.thread.getByRole('link', { name: 'Download kitchen.jpg' }).click();
  const saved = readFileSync(await (await saving).path());
  expect(saved.length).toBeGreaterThan(300);
  expect(saved.includes(PLACE)).toBe(false);
  expect(saved.includes('Exif')).toBe(false);

  await desk.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Offer 7.pdf', mimeType: 'application/pdf', buffer: OFFER });
  const card = chat.log.getByRole('button', { name: 'Download Offer 7.pdf' });
  await expect(card).toBeVisible();
  const fetching = chat.page.waitForEvent('download');
  await card.click();
  const download = await fetching;
  expect(download.suggestedFilename()).toBe('Offer 7.pdf');
  expect(readFileSync(await download.path()).equals(OFFER)).toBe(true);

  expect(await complaints(chat.page, 'baton-chat')).toEqual([]);
  expect(await complaints(desk.page, '.conversation-pane')).toEqual([]);
  // After a reload both still have both.
  await chat.page.reload();
  await expect(card).toBeVisible();
  await expect(drawn).toBeVisible();
  await chat.page.context().close();
});

test('A73, A74: what is refused says why, can be put away, and never reaches the agent', async ({
  browser,
}) => {
  const chat = await meet(browser, 'Ottoline Frey');
  const before = await desk.thread.locator('.message').count();
  const { page } = chat;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.broken=1"/>');
  await choose(page, [
    { name: 'logo.png', mimeType: 'image/png', buffer: svg },
    { name: 'film.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(1_100_000, 1) },
    { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await expect(page.getByRole('alert').filter({ hasText: 'This kind of file is not taken' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'Too large. At most 1 MB.' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'The file is empty.' })).toBeVisible();
  expect(await complaints(page, 'baton-chat')).toEqual([]);
  // By keyboard alone: each goes away, and the focus does not.
  for (const name of ['logo.png', 'film.jpg', 'nothing.txt']) {
    await page.getByRole('button', { name: `Delete ${name}` }).focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  await expect(chat.composer).toBeFocused();
  expect(await desk.thread.locator('.message').count()).toBe(before);
  await page.context().close();
});

test('a picture is pasted, another one dropped, and a hostile name stands there as it is', async ({
  browser,
}) => {
  const chat = await meet(browser, 'Ilse Vandermeer');
  const { page } = chat;
  const base64 = (await takePhoto(page)).toString('base64');
  await page.evaluate((photo) => {
    const root = document.querySelector('baton-chat')?.shadowRoot;
    const bytes = Uint8Array.from(atob(photo), (character) => character.charCodeAt(0));
    const carry = (name: string) => {
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
      return data;
    };
    const options = { bubbles: true, cancelable: true, composed: true };
    root
      ?.querySelector('textarea')
      ?.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: carry('pasted.jpg') }));
    const panel = root?.querySelector('.panel');
    const name = '[x](javascript:window.broken=1)\u202egpj.<b>"';
    panel?.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: carry(name) }));
  }, base64);
  await expect(desk.thread.getByRole('img', { name: 'pasted.jpg' })).toBeVisible();
  const literal = '[x](javascript_window.broken=1)gpj._b__.jpg';
  await expect(desk.thread.getByRole('link', { name: `Download ${literal}` })).toBeVisible();
  await expect(chat.log.getByRole('button', { name: `Download ${literal}` })).toBeVisible();
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  await page.context().close();
});

test('a site that takes no files shows no way to send one', async ({ browser }) => {
  const { page } = new Desk(await (await browser.newContext({ locale: 'en-GB' })).newPage());
  await page.goto(baton.takeLink('alpenrad', 'admin'));
  await expect(page.getByLabel('Your presence')).toBeVisible();
  await page.goto(`${baton.serverUrl}/console/settings/sites`);
  await page.getByRole('button', { name: 'Take no files' }).click();
  await expect(page.getByText('No files can be sent.')).toBeVisible();
  const chat = new Chat(await (await browser.newContext()).newPage());
  await chat.open(baton.pageUrl('alpenrad'));
  await chat.sayAndHear('Hallo');
  await expect(chat.panel.getByRole('button', { name: 'Datei senden' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Allow files' }).click();
  await expect(page.getByText('Visitors and agents can send files.')).toBeVisible();
  await chat.page.reload();
  await expect(chat.panel.getByRole('button', { name: 'Datei senden' })).toBeVisible();
  await page.context().close();
  await chat.page.context().close();
});
