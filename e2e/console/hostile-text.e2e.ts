import { readFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** Kinds of text that have broken other people's consoles, written here anew. */
const HOSTILE = [
  '<script>window.broken = 1</script>',
  '<img src=x onerror="window.broken = 2">',
  '"><svg/onload=window.broken=3>',
  '{{constructor.constructor("window.broken=4")()}} $(7*7) <%= 7*7 %>',
  '[click](javascript:window.broken=5) ![x](https://evil.example/x.png)',
  'javascript:window.broken=6',
  '&lt;b&gt;not bold&lt;/b&gt; &#60;i&#62;',
  'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤',
  '\u202Egnihton\u202C \u2066x\u2069 ﷽ 👩‍👩‍👧‍👦 田中さん اختبار النص',
  '=HYPERLINK("http://evil.example")',
] as const;

/** Further strings as a JSON list, for instance a public collection; it stays outside of this repository. */
const FILE = process.env['ATTACK_STRINGS'];
const FURTHER: readonly string[] = FILE ? JSON.parse(readFileSync(FILE, 'utf8')) : [];

/** Elements that would act, or load something. */
const activeIn = (pane: Locator): Promise<number> =>
  pane.locator('script, img, iframe, object, embed, a[href^="javascript"], [onerror], [onload]').count();

/** A name of its own for each number: digits are no part of a name. */
const letters = (count: number): string =>
  [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

test('A66, A68: whatever a visitor writes stands in the console as that text, and nothing of it runs', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const desk = new Desk(page);
  await desk.signIn(baton.takeLink('tidewater', 'admin'));
  const chat = new Chat(await (await browser.newContext()).newPage());
  await chat.open(baton.pageUrl('tidewater'));
  await chat.sayAndHear('my name is Quillon Marsh');
  await desk.inbox.getByText('Quillon Marsh').first().click();
  for (const text of HOSTILE) await chat.say(text);
  const bubbles = desk.thread.locator('.message.visitor .bubble');
  await expect(bubbles).toHaveCount(HOSTILE.length + 1);
  for (const [place, text] of HOSTILE.entries()) {
    // The words as the visitor typed them, character by character.
    expect(await bubbles.nth(place + 1).evaluate((element) => element.textContent)).toBe(text);
  }
  // Also where texts are shortened, in what was found, and in the context.
  await page.getByRole('searchbox').fill('constructor');
  await expect(desk.inbox.locator('.search-results .hit-excerpt').first()).toContainText('{{constructor');
  await page.getByRole('searchbox').fill('evil');
  await expect(desk.inbox.locator('.search-results .inbox-line').first()).toBeVisible();
  for (const pane of [desk.inbox, desk.thread, desk.bundle]) expect(await activeIn(pane)).toBe(0);
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
  await page.context().close();
});

test('A66: the title and the address of a page, and a name, stand in widget and console as text', async ({
  browser,
}) => {
  test.slow();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const desk = new Desk(page);
  await desk.signIn(baton.takeLink('tidewater', 'agent'));
  for (const [place, text] of [...HOSTILE, ...FURTHER].entries()) {
    const visitor = await (await browser.newContext()).newPage();
    const chat = new Chat(visitor);
    await visitor.goto(baton.pageUrl('tidewater'));
    await visitor.evaluate((title) => {
      document.title = title;
      history.replaceState(
        null,
        '',
        `?q=${encodeURIComponent(title)}&utm_campaign=${encodeURIComponent(title)}`,
      );
    }, text);
    const { title, url } = await visitor.evaluate(() => ({ title: document.title, url: location.href }));
    await visitor.getByRole('button', { name: /open chat/i }).click();
    await chat.sayAndHear(`my name is Quentin Number${letters(place)}`);
    expect(await visitor.evaluate(() => 'broken' in globalThis)).toBe(false);
    await visitor.context().close();

    await desk.inbox
      .getByText(`Quentin Number${letters(place)}`)
      .first()
      .click();
    const shown = desk.bundle.locator(`dd[title]`).first();
    await expect(shown).toHaveAttribute('title', url);
    expect(await shown.evaluate((element) => element.textContent)).toBe(title || url);
    expect(await activeIn(desk.bundle)).toBe(0);
  }
  // A name that a colleague has noted is a text, too, wherever it stands.
  const name = '<img src=x onerror="window.broken = 7">';
  await desk.bundle.getByRole('button', { name: /^Why.*Name/ }).click();
  await desk.bundle.getByRole('button', { name: 'Correct', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByLabel('Reason').fill('As they spell it');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.inbox.getByText(name, { exact: true }).first()).toBeVisible();
  for (const pane of [desk.inbox, desk.thread, desk.bundle]) expect(await activeIn(pane)).toBe(0);
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  await page.context().close();
});

test('A49: no foreign page can put the console into a frame', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>x</title><iframe src="${baton.serverUrl}/console/"></iframe>`,
    }),
  );
  const answer = await page.request.get(`${baton.serverUrl}/console/`);
  expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await page.goto('http://evil.example/');
  await page.waitForTimeout(1_000);
  for (const frame of page.frames().slice(1)) {
    expect(
      await frame
        .locator('#app')
        .count()
        .catch(() => 0),
    ).toBe(0);
  }
  await page.context().close();
});

test('A48: a foreign page cannot act with the session of whoever is signed in', async ({ browser }) => {
  const context = await browser.newContext();
  const desk = new Desk(await context.newPage());
  await desk.signIn(baton.takeLink('alpenrad', 'admin'));
  const evil = await context.newPage();
  await evil.route('http://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title><p>hello</p>' }),
  );
  await evil.goto('http://evil.example/');
  const outcome = await evil.evaluate(async (server) => {
    const send = (init: RequestInit) =>
      fetch(`${server}/api/snippets`, { credentials: 'include', method: 'POST', ...init }).then(
        (response) => response.status,
        () => 'blocked',
      );
    const body = JSON.stringify({ shortcut: 'csrf', title: 'x', text: 'x' });
    return [
      await send({ body, headers: { 'content-type': 'text/plain' }, mode: 'no-cors' }),
      await send({ body: new URLSearchParams({ shortcut: 'csrf' }), mode: 'no-cors' }),
      await send({ body, headers: { 'content-type': 'application/json', 'x-baton-console': '1' } }),
    ];
  }, baton.serverUrl);
  expect(outcome[2]).toBe('blocked');
  // A form that a page submits by itself.
  await evil.setContent(
    `<form method="post" enctype="text/plain" action="${baton.serverUrl}/api/snippets"><input name='{"shortcut":"csrf","title":"x","text":"' value='x"}'></form>`,
  );
  await evil.evaluate(() => document.querySelector('form')?.submit());
  await evil.waitForTimeout(1_000);
  const held = await desk.page.evaluate(async () => (await (await fetch('/api/snippets')).json()) as object);
  expect(JSON.stringify(held)).not.toContain('csrf');
  await context.close();
});
