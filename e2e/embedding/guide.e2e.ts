import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';
import { fillIn, snippetOfGuide } from '../support/guide.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REACT_EXAMPLE = path.join(ROOT, 'examples/react');

let baton: Baton;
let site: { readonly server: Server; readonly origin: string; readonly files: Map<string, string> };
let siteKey: string;

/** A developer's website: whatever the guide has them make stands at its own origin. */
async function openSite(): Promise<typeof site> {
  const files = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    const name = new URL(url, 'http://site').pathname;
    const found = files.get(name);
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, files, origin: `http://localhost:${(server.address() as AddressInfo).port}` };
}

/** The one line that step 2 has its reader paste. */
function theLine(): string {
  return fillIn(snippetOfGuide('html', 'widget/loader.js" data-site'), baton, siteKey);
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  baton = await startBaton();
  site = await openSite();
});
test.afterAll(async () => {
  site?.server.close();
  await baton?.stop();
});

test('step 1 of the guide: an administrator adds the site in the console, and copies the line', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.signIn(baton.takeLink('tidewater', 'admin'));
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Sites' }).click();
  const form = page.locator('form', { has: page.getByRole('heading', { name: 'Add a site' }) });
  await form.getByLabel('Name').fill('Blank page');
  await form.getByLabel('Allowed origins').fill(site.origin);
  await form.getByRole('button', { name: 'Add a site' }).click();
  await expect(form.getByText('The site is there.')).toBeVisible();
  const pasted = await page
    .getByRole('region', { name: 'Blank page' })
    .or(page.locator('section[aria-label="Blank page"]'))
    .first()
    .locator('pre')
    .textContent();
  siteKey = /data-site="([^"]+)"/.exec(pasted ?? '')?.[1] ?? '';
  // The console's line is the guide's, filled in.
  expect(pasted).toBe(theLine().trim());
});

async function chatHere(page: Page, at: string): Promise<Chat> {
  const chat = new Chat(page);
  await chat.open(at);
  await chat.sayAndHear('what does it cost per seat?');
  return chat;
}

test('step 2: a page that was blank, with the one line pasted, chats', async ({ page }) => {
  site.files.set('/blank.html', theLine());
  await chatHere(page, `${site.origin}/blank.html`);
});

test('calls before load: the snippet of the guide opens the chat with the words in the text box', async ({
  page,
}) => {
  site.files.set('/calls.html', snippetOfGuide('html', 'Baton.push') + theLine());
  await page.goto(`${site.origin}/calls.html`);
  await expect(new Chat(page).composer).toHaveValue('I have a question about the Pro plan');
});

test.describe('a React app with the package that the server gives', () => {
  let app: string;
  test.beforeAll(async () => {
    app = mkdtempSync('/var/tmp/baton-react-');
    const modules = path.join(app, 'node_modules');
    const widget = path.join(modules, '@baton/widget');
    mkdirSync(widget, { recursive: true });
    mkdirSync(path.join(app, 'src'));
    for (const name of ['react', 'react-dom', '@types'])
      symlinkSync(path.join(REACT_EXAMPLE, 'node_modules', name), path.join(modules, name));
    // What `npm install` does with the guide's address, without the registry.
    const address =
      /npm install (\S+)/.exec(fillIn(snippetOfGuide('sh', 'npm install'), baton, siteKey))?.[1] ?? '';
    const tarball = await fetch(address);
    expect(tarball.status).toBe(200);
    writeFileSync(path.join(app, 'widget.tgz'), Buffer.from(await tarball.arrayBuffer()));
    execFileSync('tar', ['xzf', path.join(app, 'widget.tgz'), '--strip-components=1', '-C', widget]);

    const component = snippetOfGuide('tsx', 'export function BatonChat');
    expect(component).toBe(readFileSync(path.join(REACT_EXAMPLE, 'src/baton-chat.tsx'), 'utf8'));
    const use =
      /`(<BatonChat [^`]*\/>)`/.exec(readFileSync(path.join(ROOT, 'docs/guides/embed.md'), 'utf8'))?.[1] ??
      '';
    writeFileSync(path.join(app, 'src/baton-chat.tsx'), component);
    writeFileSync(
      path.join(app, 'src/main.tsx'),
      `import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BatonChat } from './baton-chat';
function App() {
  const [isOn, setOn] = useState(true);
  return <><button onClick={() => setOn(!isOn)}>Toggle</button>{isOn && ${fillIn(use, baton, siteKey)}}</>;
}
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
`,
    );
    writeFileSync(
      path.join(app, 'index.html'),
      '<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body></html>',
    );
    // As Vite's template for React has it, as far as it matters here.
    const compilerOptions = {
      target: 'ES2023',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  });
  test.afterAll(() => rmSync(app, { recursive: true, force: true }));

  test('type-checks and builds', () => {
    execFileSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', app], { stdio: 'pipe' });
    // Not for production, so that React's Strict Mode mounts everything twice, as under `vite dev`.
    const build = ['build', app, '--mode', 'development', '--outDir', path.join(app, 'dist')];
    execFileSync(path.join(ROOT, 'node_modules/.bin/vite'), build, {
      stdio: 'pipe',
      env: { ...process.env, NODE_ENV: 'development' },
    });
    const html = readFileSync(path.join(app, 'dist/index.html'), 'utf8');
    const script = /src="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? '';
    site.files.set('/app.html', html);
    site.files.set(script, readFileSync(path.join(app, 'dist', script), 'utf8'));
  });

  test('chats, in Strict Mode too, as one widget; goes with its component and comes back', async ({
    page,
  }) => {
    const chat = await chatHere(page, `${site.origin}/app.html`);
    await expect(page.locator('baton-chat')).toHaveCount(1);
    await page.getByRole('button', { name: 'Toggle' }).click();
    await expect(page.locator('baton-chat')).toHaveCount(0);
    await page.getByRole('button', { name: 'Toggle' }).click();
    await expect(page.locator('baton-chat')).toHaveCount(1);
    // The panel was open when it went: it comes back open, with what was said.
    await expect(chat.own()).toHaveCount(1);
    await chat.sayAndHear('and for 14 people?');
  });
});
