import { expect, type Locator, type Page } from '@playwright/test';

/** The widget on a host page, used as a visitor uses it: by what is seen and named. */
export class Chat {
  readonly panel: Locator;
  readonly log: Locator;
  readonly composer: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('dialog');
    this.log = page.getByRole('log');
    this.composer = page.getByRole('textbox');
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByRole('button', { name: /open chat|chat öffnen/i }).click();
    await expect(this.composer).toBeFocused();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.log.getByText(text, { exact: true })).toBeVisible();
  }

  /** Says a line and waits until another answer of the assistant stands in the thread. */
  async sayAndHear(text: string): Promise<void> {
    const before = await this.answers().count();
    await this.say(text);
    await expect.poll(() => this.answers().count()).toBeGreaterThan(before);
  }

  /** Messages of the assistant. */
  answers(): Locator {
    return this.log.locator('[data-speaker="assistant"]');
  }

  from(speaker: 'visitor' | 'assistant' | 'agent'): Locator {
    return this.log.locator(`[data-speaker="${speaker}"]`);
  }
}
