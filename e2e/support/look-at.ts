import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Set to a folder to keep a picture of every screen that is looked at. */
const PICTURES = process.env['SCREENSHOTS'];

/** Takes a picture where pictures are kept, and expects that axe finds nothing. */
export async function lookAt(page: Page, name: string): Promise<void> {
  // Motion is over: what is read is what stays.
  await page.waitForTimeout(300);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([]);
}
