import { expect, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { takePhoto } from '../support/photo.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

const NONCE = 'r4nd0m';

/** A host page that allows nothing but what the widget is documented to need. */
function strictPage(server: string, tags = 1): { body: string; headers: Record<string, string> } {
  const tag = `<script async nonce="${NONCE}" src="${server}/widget/loader.js" data-site="demo-tidewater"></script>`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' ${server}`,
    `connect-src ${server} ${server.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
  return {
    body: `<!doctype html><html lang="en"><title>Strict</title><body><h1>Strict</h1>${tag.repeat(tags)}</body></html>`,
    headers: { 'content-type': 'text/html', 'content-security-policy': policy },
  };
}

test('A72: under default-src none, a nonce and Trusted Types the chat works without one violation', async ({
  page,
}) => {
  const url = new URL('/strict.html', baton.pageUrl('tidewater')).href;
  await page.route(url, (route) => route.fulfill(strictPage(baton.serverUrl)));
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
  });
  const chat = new Chat(page);
  await chat.open(url);
  await chat.sayAndHear('what does it cost per seat?');
  await expect(chat.from('Assistant').last()).toContainText('20');
  // A picture, too: it is sent, drawn and downloaded without another directive.
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Send a file' }).click();
  await (await chooser).setFiles({
    name: 'wall.jpg',
    mimeType: 'image/jpeg',
    buffer: await takePhoto(page),
  });
  const drawn = chat.own().last().getByRole('img', { name: 'wall.jpg' });
  await expect
    .poll(() =>
      drawn.evaluate(
        (canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(5, 5, 1, 1).data[0],
      ),
    )
    .toBeGreaterThan(150);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download wall.jpg' }).click();
  expect((await saving).suggestedFilename()).toBe('wall.jpg');
  expect(violations).toEqual([]);
});

test('a tag that stands three times in a page makes one widget, and asks for the loader alone before a click', async ({
  page,
}) => {
  const url = new URL('/thrice.html', baton.pageUrl('tidewater')).href;
  await page.route(url, (route) => route.fulfill(strictPage(baton.serverUrl, 3)));
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(baton.serverUrl)) requested.push(new URL(request.url()).pathname);
  });
  await page.goto(url);
  await expect(page.getByRole('button', { name: 'Open chat' })).toHaveCount(1);
  await page.waitForTimeout(500);
  expect(new Set(requested)).toEqual(new Set(['/widget/loader.js']));
});

test('the files travel compressed, the hashed ones are kept for a year, and every page may load them', async () => {
  const names = Object.keys(await (await fetch(`${baton.serverUrl}/widget/manifest.json`)).json());
  expect(names.length).toBeGreaterThan(3);
  for (const [name, lifetime] of [
    ['loader.js', 'max-age=300'],
    ...names.map((hashed) => [hashed, 'max-age=31536000, immutable']),
  ]) {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await fetch(`${baton.serverUrl}/widget/${name}`, {
        headers: { 'accept-encoding': encoding },
      });
      expect(answer.headers.get('content-encoding') ?? 'identity', name).toBe(encoding);
      expect(answer.headers.get('content-type')).toContain('javascript');
      expect(answer.headers.get('cache-control')).toContain(lifetime);
      expect(answer.headers.get('vary')).toContain('accept-encoding');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await answer.text()).not.toBe('');
    }
  }
});

test('A26: on a page whose origin is not on the list the chat says so and nothing is stored', async ({
  page,
}) => {
  const foreign = 'http://127.0.0.9:9/';
  await page.route(foreign, (route) => route.fulfill(strictPage(baton.serverUrl)));
  await page.goto(foreign);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(
    page
      .getByRole('dialog')
      .getByText(/not set up for this page|cannot be reached/)
      .first(),
  ).toBeVisible();
});
