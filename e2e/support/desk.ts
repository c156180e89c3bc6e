import { expect, type Locator, type Page } from '@playwright/test';

/** The console, used as an agent uses it. */
export class Desk {
  readonly inbox: Locator;
  readonly thread: Locator;
  readonly bundle: Locator;

  constructor(readonly page: Page) {
    this.inbox = page.getByRole('region', { name: 'Inbox' });
    this.thread = page.getByRole('log', { name: 'Conversation' });
    this.bundle = page.getByRole('region', { name: 'Context' });
  }

  async signIn(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.page.getByLabel('Your presence')).toBeVisible();
    await expect(this.inbox).toBeVisible();
  }

  async becomeAvailable(): Promise<void> {
    await this.page.getByLabel('Your presence').selectOption('available');
  }

  /** Accepts the offer that is on the screen, by the keyboard's one key. */
  async accept(label: string): Promise<void> {
    // Only among the offers: a row that is about to move there would be clicked where it no longer is.
    const row = this.inbox.locator('.inbox-line.offered').getByText(label).first();
    await expect(row).toBeVisible();
    await row.click();
    await this.page.getByRole('button', { name: 'Accept', exact: true }).first().click();
    await expect(this.page.getByText('You own this')).toBeVisible();
  }

  async reply(text: string): Promise<void> {
    const composer = this.page.getByRole('textbox', { name: 'Reply to the visitor' });
    await composer.fill(text);
    await composer.press('Enter');
    await expect(this.thread.getByText(text, { exact: true })).toBeVisible();
  }
}
