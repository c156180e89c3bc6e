import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const WIDGET = fileURLToPath(new URL('../../packages/widget/', import.meta.url));
/** No server: whatever the page asks for is read from the built playground. */
const ORIGIN = 'http://playground.example';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
/** Set to a folder to keep a picture of every state. */
const PICTURES = process.env['SCREENSHOTS'];

let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(path.join('/var/tmp', 'baton-playground-'));
  const vite = path.join(WIDGET, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], {
    cwd: WIDGET,
  });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOOKS = [
  ['light', 'theme=light', 1_280],
  ['dark', 'theme=dark', 1_280],
  ['right to left, dark, on a small phone', 'theme=dark&locale=ar', 320],
] as const;

for (const [name, choice, width] of LOOKS) {
  test(`every state of the widget, ${name}: nothing for axe to complain about, nothing wider than the panel`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.route(`${ORIGIN}/**`, (route) => {
      const file = new URL(route.request().url()).pathname;
      if (!existsSync(path.join(folder, file))) return route.fulfill({ status: 404 });
      return route.fulfill({
        contentType: TYPES[path.extname(file)] ?? 'text/plain',
        body: readFileSync(path.join(folder, file)),
      });
    });
    await page.goto(`${ORIGIN}/playground.html`);
    const scenes = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(scenes.length).toBeGreaterThan(20);
    for (const scene of scenes) {
      await page.goto(`${ORIGIN}/playground.html?scene=${scene}&open=1&${choice}`);
      await expect(page.getByRole('dialog')).toBeVisible();
      // The words of another language come in a file of their own.
      await expect(page.getByRole('dialog').locator('.footer')).toBeAttached();
      await page.waitForTimeout(100);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${scene}-${width}-${choice}.png` });
      const { violations } = await new AxeBuilder({ page }).include('baton-chat').analyze();
      const told = violations.map(
        ({ id, nodes }) => `${scene}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`,
      );
      expect.soft(told).toEqual([]);
      const overflow = await page
        .getByRole('dialog')
        .evaluate(
          (panel) =>
            [...panel.querySelectorAll('.log, .body, .header, form')].filter(
              (box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'hidden',
            ).length,
        );
      expect.soft([scene, overflow]).toEqual([scene, 0]);
    }
  });
}
