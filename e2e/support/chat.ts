import { expect, type Locator, type Page } from '@playwright/test';

/** The widget on a host page, used as a visitor uses it: by what is seen and named. */
export class Chat {
  readonly panel: Locator;
  readonly log: Locator;
  readonly composer: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('dialog');
    this.log = page.getByRole('log');
    this.composer = page.getByRole('textbox', { name: /message|Nachricht/ });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByRole('button', { name: /open chat|chat öffnen/i }).click();
    await expect(this.composer).toBeFocused();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.own().filter({ hasText: text }).last()).toBeVisible();
  }

  /** Says a line and waits until another answer of the assistant stands in the thread, finished. */
  async sayAndHear(text: string): Promise<void> {
    const answers = this.from('Assistant').or(this.from('Assistent'));
    const before = await answers.count();
    await this.say(text);
    await expect.poll(() => answers.count()).toBeGreaterThan(before);
    await expect(this.log.locator('.dots')).toHaveCount(0);
  }

  /** What the visitor has written. */
  own(): Locator {
    return this.log.locator('.group.own .message');
  }

  /** What somebody of the company's side has said, by the name shown above it. */
  from(name: string): Locator {
    const speaker = this.page.locator('.speaker', { hasText: name });
    return this.log.locator('.group:not(.own)', { has: speaker }).locator('.message');
  }
}
