// Draws every screen of the playground at four widths, light and dark, and runs axe on each.
// WIDTHS and SCHEMES narrow it; LOOK_LANG=de draws the screens that need no click in German.
// Usage: start `pnpm playground`, then `node e2e/look-at-console.mjs <folder for the pictures> [parts of names, by commas]`.
import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';

const BASE = `${process.env.PLAYGROUND ?? 'http://localhost:5199'}/console`;
const [folder = 'dist/look', wanted = ''] = process.argv.slice(2);
const id = (number) => `cnv_${String(number).padStart(26, '0')}`;
const conversation = (number) => `/conversations/${id(number)}`;
const click = (name) => (page) => page.getByRole('button', { name }).first().click();

/** Name, scene, address, and what to do before looking. */
const SCREENS = [
  ['sign-in', 'sign-in', '/'],
  ['link-used', 'sign-in', '/#/sign-in?token=used'],
  ['unreachable', 'unreachable', '/'],
  ['inbox', 'desk', '/'],
  ['empty', 'empty', '/'],
  ['away', 'away', '/'],
  ['offline', 'offline', conversation(3)],
  ['loading', 'loading', conversation(1)],
  ['broken', 'broken', conversation(1)],
  ['crowd', 'crowd', '/'],
  ['offered', 'desk', conversation(1)],
  ['mine', 'desk', conversation(3)],
  ['accepted', 'desk', conversation(1), (page) => page.keyboard.press('a')],
  ['beaten', 'contested', conversation(1), (page) => page.keyboard.press('a')],
  ['highlight', 'desk', conversation(1), highlight],
  ['why', 'desk', conversation(1), why],
  ['context', 'desk', conversation(1), context],
  ['waiting-arabic', 'desk', conversation(4)],
  ['long', 'desk', conversation(5)],
  ['colleague', 'desk', conversation(6)],
  ['assistant', 'desk', conversation(7)],
  ['closed', 'desk', conversation(8)],
  ['files', 'desk', conversation(9), files],
  [
    'close-dialog',
    'desk',
    conversation(3),
    (page) => page.getByRole('button', { name: 'Close', exact: true }).first().click(),
  ],
  ['shortcuts', 'desk', '/', (page) => page.keyboard.press('?')],
  ['account', 'desk', '/', click(/account/i)],
  ['thousands', 'thousands', '/'],
  ['filter', 'desk', '/', click(/^Filter/)],
  ['search', 'desk', '/', search],
  ['palette', 'desk', conversation(3), (page) => page.keyboard.press('Control+k')],
  ['slash', 'desk', conversation(3), slash],
  ['gap', 'desk', conversation(3), gap],
  ['reports', 'desk', '/reports', (page) => page.locator('.u-wrap').first().waitFor()],
  ['reports-empty', 'empty', '/reports'],
  ['leads', 'desk', '/reports/leads'],
  ['leads-none', 'empty', '/reports/leads'],
  ['teams', 'desk', '/settings/teams', click(/Show where/)],
  ['teams-new', 'empty', '/settings/teams', click(/New team/)],
  ['profile', 'desk', '/settings/people', click(/Teams and skills of Lena/)],
  ['menu', 'desk', conversation(3), click('More')],
  ['transfer', 'desk', conversation(3), (page) => act(page, 'Transfer')],
  ['note', 'desk', conversation(3), (page) => act(page, 'Note for colleagues')],
  ['return', 'desk', conversation(3), click(/Return to/)],
  ['reroute', 'desk', conversation(7), (page) => act(page, 'Send elsewhere')],
  ['reclassify', 'desk', conversation(3), (page) => act(page, 'Judge anew')],
  ['why-reply', 'desk', conversation(3), click(/^Why: Assistant/)],
  ['everywhere', 'desk', '/settings/sites', click(/everywhere/)],
  ['barge-in', 'desk', conversation(6), (page) => act(page, 'Take over')],
  ['correct', 'desk', conversation(3), correct],
  ['already-said', 'desk', conversation(3), alreadySaid],
  ['sites', 'desk', '/settings/sites'],
  ['snippets', 'desk', '/settings/snippets'],
  ['snippets-new', 'empty', '/settings/snippets', click(/New canned/)],
  ['pause', 'desk', '/settings/sites', click(/^Pause$/)],
  ['people', 'desk', '/settings/people'],
  ['studio', 'desk', '/settings/playbook', (page) => page.locator('.cm-content').waitFor()],
  ['studio-errors', 'desk', '/settings/playbook', (page) => edit(page, 'turns: 40', 'turns: !!40')],
  ['studio-offers', 'desk', '/settings/playbook', studioOffers],
  ['studio-try', 'desk', '/settings/playbook', studioTry],
  ['studio-golden', 'desk', '/settings/playbook', studioGolden],
  ['studio-golden-form', 'desk', '/settings/playbook', studioGoldenForm],
  ['studio-past', 'desk', '/settings/playbook', studioPast],
  ['studio-changes', 'desk', '/settings/playbook', studioChanges],
  ['studio-versions', 'desk', '/settings/playbook', (page) => tab(page, 'Versions')],
  ['studio-restore', 'desk', '/settings/playbook', studioRestore],
  ['studio-publish', 'desk', '/settings/playbook', (page) => studioPublish(page, 'turns: 40', 'turns: 50')],
  ['studio-blocked', 'desk', '/settings/playbook', (page) => studioPublish(page, 'min >= 20', 'min >= 90')],
  ['studio-new', 'empty', '/settings/playbook', (page) => tab(page, 'Golden set')],
  ['not-admin', 'agent', '/settings/sites'],
];
const WIDTHS = (process.env.WIDTHS ?? '1440,1024,390,320').split(',').map(Number);
const LANGUAGE = process.env.LOOK_LANG ? `&lang=${process.env.LOOK_LANG}` : '';
const HEIGHTS = { 1440: 900, 1024: 768, 390: 844, 320: 640 };

/** Until nothing is being loaded any more; the editor is a part of its own that comes late. */
async function stand(page, address) {
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  if (address === '/settings/playbook') await page.locator('.cm-content').waitFor();
}

/** One that the server refuses, so that its words are seen. */
async function files(page) {
  const svg = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') };
  await page.locator('input[type=file]').setInputFiles(svg);
  await page.getByRole('alert').first().waitFor();
}

async function highlight(page) {
  await context(page);
  await page.locator('.rival button.value').first().click();
  await page.waitForTimeout(700);
}

async function why(page) {
  await context(page);
  await page.locator('.score > summary').click();
  await page.locator('.fact-why').nth(1).click();
  if (page.viewportSize().width > 1180) await page.locator('.decision > summary').first().click();
}

async function context(page) {
  if (page.viewportSize().width <= 1180)
    await page.getByRole('button', { name: 'Context', exact: true }).click();
}

async function act(page, name) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name, exact: true }).last().click();
}

async function correct(page) {
  await context(page);
  await page.locator('.fact-why').first().click();
  await page.getByRole('button', { name: 'Correct', exact: true }).first().click();
}

async function alreadySaid(page) {
  await page.getByRole('textbox', { name: 'Reply to the visitor' }).fill('How many people would use it?');
  await page.waitForTimeout(700);
}

async function search(page) {
  await page.getByRole('searchbox').fill('mailbox');
}

async function slash(page) {
  await page.getByRole('textbox', { name: 'Reply to the visitor' }).fill('/');
}

async function gap(page) {
  await page
    .getByRole('textbox', { name: 'Reply to the visitor' })
    .fill('For {{visitor.company}} in {{site.name}}');
}

/** Changes the text as if somebody typed it. */
async function edit(page, before, after) {
  const lines = await page.locator('.cm-line').allTextContents();
  const line = lines.findIndex((text) => text.includes(before));
  await page.locator('.cm-line').nth(line).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.insertText(lines[line].trimStart().replace(before, after));
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1_100);
}

const tab = (page, name) => page.getByRole('tab', { name }).click();

async function studioOffers(page) {
  await page.locator('.cm-line').nth(8).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await page.waitForTimeout(400);
}

async function studioTry(page) {
  for (const line of ['We need a shared inbox for our support team', '40 people']) {
    await page.getByLabel('What the visitor writes').fill(line);
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.waitForTimeout(300);
  }
  await page.locator('.try-why > summary').last().click();
}

async function studioGolden(page) {
  await edit(page, 'min >= 20', 'min >= 90');
  await tab(page, 'Golden set');
  await page.getByRole('button', { name: 'Run all' }).click();
}

async function studioGoldenForm(page) {
  await tab(page, 'Golden set');
  await page.getByRole('button', { name: /^Change: A team/ }).click();
}

async function studioPast(page) {
  await edit(page, 'min >= 20', 'min >= 90');
  await tab(page, 'Past chats');
  await page.getByRole('button', { name: 'Compare' }).click();
}

async function studioChanges(page) {
  await edit(page, 'min >= 20', 'min >= 90');
  await tab(page, 'Changes');
}

async function studioRestore(page) {
  await tab(page, 'Versions');
  await page.getByRole('button', { name: 'Go back to this' }).last().click();
}

async function studioPublish(page, before, after) {
  await edit(page, before, after);
  await page.getByRole('button', { name: 'Publish' }).click();
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
let violations = 0;
let overflows = 0;
for (const scheme of (process.env.SCHEMES ?? 'light,dark').split(',')) {
  for (const width of WIDTHS) {
    const browserContext = await browser.newContext({
      viewport: { width, height: HEIGHTS[width] },
      colorScheme: scheme,
      hasTouch: width < 720,
      isMobile: width < 720,
      locale: 'en-GB',
    });
    for (const [name, scene, path, act] of SCREENS) {
      if (!wanted.split(',').some((part) => `${name}-${width}-${scheme}`.includes(part))) continue;
      const page = await browserContext.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => console.log(`${name}-${width}-${scheme} threw: ${error.message}`));
      const [address, hash] = path.split('#');
      await page.goto(`${BASE}${address}?scene=${scene}&bare${LANGUAGE}${hash ? `#${hash}` : ''}`);
      await page.waitForTimeout(name === 'loading' ? 700 : 450);
      if (name !== 'loading') await stand(page, address);
      if (act)
        await act(page).catch((error) => console.log(`${name}-${width}: ${error.message.split('\n')[0]}`));
      await page.waitForTimeout(act ? 600 : 50);
      if (act && name !== 'loading') await stand(page, '');
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
        overflows += 1;
        console.log(`${name}-${width}-${scheme}: wider than the window`);
      }
      const result = await new AxeBuilder({ page }).analyze();
      for (const { id: rule, nodes } of result.violations) {
        violations += 1;
        console.log(
          `${name}-${width}-${scheme}: ${rule}`,
          nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split('\n').slice(1, 2)}`),
        );
      }
      await page.close();
    }
    await browserContext.close();
  }
}
await browser.close();
console.log(`${violations} axe violations, ${overflows} screens wider than the window`);
process.exitCode = violations + overflows > 0 ? 1 : 0;
