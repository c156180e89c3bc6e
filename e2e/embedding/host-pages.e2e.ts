import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { connectionTo } from '../support/database.js';
import { servePage, tag } from '../support/host-page.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

/** Everything that a page's scripts could have put in our way. */
const HOSTILE_SCRIPT = `
  Object.defineProperty(document, 'currentScript', { get: () => null });
  Array.prototype.toJSON = () => 'taken';
  Array.prototype.extra = 'extra';
  Object.prototype.inherited = 'inherited';
  String.prototype.includes = () => true;
  window.name = 'x'; window.status = 'y'; window.chat = window.open = window.Map2 = null;
  window.process = window.module = window.exports = window.define = {};
  Element.prototype.attachInternals = () => { throw new Error('no'); };
  window.addEventListener('error', () => undefined);
`;

const CSS_BOMB = `<style>
  * { all: unset !important; display: block !important; transform: rotate(3deg) !important; color: red !important;
      font: 40px fantasy !important; position: static !important; visibility: hidden !important; }
  baton-chat { display: none !important; opacity: 0 !important; inset: 0 auto auto 0 !important; }
  html { font-size: 3px; direction: rtl; } body { filter: blur(2px); transform: scale(.5); overflow: hidden; height: 10px; }
</style>`;

const CLOBBERING = `<form name="currentScript"></form><form id="id" name="body"><input type="hidden" name="id"><input type="hidden" name="attributes"></form>
  <form name="documentElement"></form><img name="head"><form name="createElement2"></form><a id="Baton2"></a><form name="cookie"></form>`;

test('A71: on a hostile page (patched prototypes, clobbered names) the chat opens, takes a message, shows the answer and nothing of the page', async ({
  page,
}) => {
  const url = await servePage(page, baton, {
    path: '/hostile.html',
    head: `<script>${HOSTILE_SCRIPT}</script>`,
    body: `${CLOBBERING}${tag(baton)}`,
  });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  await expect(chat.from('Assistant').last()).toContainText('20');
  await chat.sayAndHear('and who can help me with the import?');
  expect(await page.locator('baton-chat [inherited]').count()).toBe(0);
});

test('A71: no style of the page reaches the chat, and none of the chat reaches the page', async ({
  page,
}) => {
  const plain = await servePage(page, baton, {
    path: '/plain.html',
    body: `<main><h1>Shop</h1><p>Text</p><button>Buy</button></main>${tag(baton)}`,
  });
  const bombed = await servePage(page, baton, {
    path: '/bombed.html',
    head: CSS_BOMB,
    body: `<main><p>Text</p></main>${tag(baton)}`,
  });
  const looks = () =>
    page.evaluate(() => {
      const root = document.querySelector('baton-chat')?.shadowRoot;
      return [...(root?.querySelectorAll('*') ?? [])].map((element) => {
        const style = getComputedStyle(element);
        const { tagName } = element;
        const { color, fontSize, fontFamily, display, position, visibility, borderRadius, padding } = style;
        return { tagName, color, fontSize, fontFamily, display, position, visibility, borderRadius, padding };
      });
    });
  const chat = new Chat(page);
  // The way to send files comes in a file of its own, a moment later.
  const isWhole = async () => {
    await expect(chat.panel.getByRole('button', { name: 'What does it cost?' })).toBeVisible();
    await expect(chat.panel.locator('.away')).toBeVisible();
    await expect(chat.panel.getByRole('button', { name: 'Send a file' })).toBeVisible();
  };
  await chat.open(plain);
  await isWhole();
  const untouched = await looks();
  const before = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].map((element) =>
      JSON.stringify({ ...getComputedStyle(element) }),
    ),
  );
  await page.evaluate(() => window.Baton && 'destroy' in window.Baton && window.Baton.destroy());
  const after = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].map((element) =>
      JSON.stringify({ ...getComputedStyle(element) }),
    ),
  );
  expect(after).toEqual(before);
  await page.context().clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await chat.open(bombed);
  await isWhole();
  expect(await looks()).toEqual(untouched);
});

test('destroy leaves nothing: no element, no global, no listener, no connection, no style', async ({
  page,
}) => {
  const url = await servePage(page, baton, {
    path: '/leaving.html',
    head: `<script>
      window.listeners = 0;
      for (const target of [window, document, EventTarget.prototype]) {
        const add = target.addEventListener, remove = target.removeEventListener;
        target.addEventListener = function (...all) { if (this === window || this === document || this === undefined) window.listeners++; return add.apply(this ?? window, all); };
        target.removeEventListener = function (...all) { if (this === window || this === document || this === undefined) window.listeners--; return remove.apply(this ?? window, all); };
        if (target !== EventTarget.prototype) break;
      }
    </script>`,
    body: `<p>Text</p>${tag(baton)}`,
  });
  const state = () =>
    page.evaluate(() => ({
      listeners: Reflect.get(window, 'listeners'),
      elements: document.querySelectorAll('*').length,
      styles: document.adoptedStyleSheets.length,
      attributes: document.documentElement.attributes.length + document.body.attributes.length,
      global: 'Baton' in window,
    }));
  const sockets: { isClosed(): boolean }[] = [];
  page.on('websocket', (socket) => sockets.push(socket));
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  expect((await state()).listeners).toBeGreaterThan(0);
  const withWidget = await state();
  await page.evaluate(() => window.Baton && 'destroy' in window.Baton && window.Baton.destroy());
  expect(await state()).toEqual({
    ...withWidget,
    listeners: 0,
    elements: withWidget.elements - 1,
    global: false,
  });
  await expect.poll(() => sockets.every((socket) => socket.isClosed())).toBe(true);
});

test('a page that changes by script, body and all, keeps the chat with what is typed in it', async ({
  page,
}) => {
  const url = await servePage(page, baton, { path: '/spa.html', body: `<main>First</main>${tag(baton)}` });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.composer.fill('half a sentence');
  await page.evaluate(() => {
    history.pushState({}, '', '/spa/second');
    const body = document.createElement('body');
    body.innerHTML = '<main>Second</main>';
    document.documentElement.replaceChild(body, document.body);
  });
  await expect(page.getByText('Second')).toBeVisible();
  await expect(chat.composer).toHaveValue('half a sentence');
  await chat.sayAndHear('what does it cost per seat?');
  // Turbo runs the scripts of the new body again.
  await page.evaluate((src) => {
    const script = document.createElement('script');
    script.src = src;
    script.dataset['site'] = 'demo-tidewater';
    document.body.append(script);
    return new Promise((resolve) => {
      script.onload = resolve;
    });
  }, `${baton.serverUrl}/widget/loader.js`);
  await expect(page.locator('baton-chat')).toHaveCount(1);
  await expect(chat.own()).toHaveCount(1);
  await page.evaluate(() => history.pushState({}, '', '/spa/third'));
  await chat.sayAndHear('and is there a discount?');
  // The agent sees where each was said, although no page was loaded.
  await expect.poll(() => pagesOf(baton)).toEqual(['/spa/second', '/spa/third']);
});

/** The paths that stand in the log of the latest conversation. */
async function pagesOf({ databaseDirectory }: Baton): Promise<readonly string[]> {
  const client = new Client(connectionTo({ databaseDirectory }));
  await client.connect();
  try {
    const { rows } = await client.query<{ url: string }>(
      `SELECT data->'page'->>'url' AS url FROM conversation_event
       WHERE type IN ('conversation.started', 'page.visited')
         AND conversation_id = (SELECT id FROM conversation ORDER BY created_at DESC LIMIT 1) ORDER BY seq`,
    );
    return rows.map(({ url }) => new URL(url).pathname);
  } finally {
    await client.end();
  }
}

test('A70: the widget listens to no message of any window', async ({ page }) => {
  const url = await servePage(page, baton, {
    path: '/messages.html',
    head: `<script>
      window.heard = 0;
      const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (type === 'message' && (this === window || this === undefined)) window.heard++;
        return add.call(this ?? window, type, ...rest);
      };
    </script>`,
    body: tag(baton),
  });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  expect(await page.evaluate(() => [Reflect.get(window, 'heard'), window.onmessage])).toEqual([0, null]);
  await page.evaluate(() => {
    for (const data of [
      ['open'],
      { type: 'baton', call: 'destroy' },
      'close',
      '{"baton":"logout"}',
      'x'.repeat(1e6),
    ])
      window.postMessage(data, '*');
  });
  await chat.sayAndHear('and is there a discount for a year?');
});

test('who goes on to another page and comes back by the history finds the chat open, whole and alive', async ({
  page,
}) => {
  const url = await servePage(page, baton, { path: '/first.html', body: `<h1>First</h1>${tag(baton)}` });
  const other = await servePage(page, baton, { path: '/other.html', body: '<h1>No chat here</h1>' });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  await chat.composer.fill('half a sentence');
  await page.goto(other);
  await expect(page.getByText('No chat here')).toBeVisible();
  await page.goBack();
  await expect(chat.own()).toHaveCount(1);
  await expect(chat.composer).toHaveValue('half a sentence');
  await expect(page.locator('baton-chat')).toHaveCount(1);
  await chat.sayAndHear('and is there a discount for a year?');
  await page.goForward();
  await page.goBack();
  await expect(chat.own()).toHaveCount(2);
});
