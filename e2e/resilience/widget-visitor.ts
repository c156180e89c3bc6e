import { type Browser, expect } from '@playwright/test';
import type { Baton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { readDatabase } from './read-database.js';

/** The widgets are on the other company's page, so that the headless visitors have a log to themselves. */
const WORKSPACE = 'alpenrad';
const KEPT = 'Gespeichert, wird noch gesendet';
const RECONNECTING = 'Verbindung wird wiederhergestellt …';

/** A visitor with the real widget in a browser of their own, who goes on writing while the server is dead. */
export class WidgetVisitor {
  private readonly lines: string[] = [];

  private constructor(
    private readonly chat: Chat,
    private readonly baton: Baton,
    private readonly name: string,
  ) {}

  /** Opens the chat and has a first exchange. */
  static async enter(browser: Browser, baton: Baton, name: string): Promise<WidgetVisitor> {
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
    const visitor = new WidgetVisitor(new Chat(page), baton, name);
    await visitor.chat.open(baton.pageUrl(WORKSPACE));
    const line = visitor.next('Hallo, habt ihr auch Lastenräder?');
    await visitor.chat.sayAndHear(line);
    return visitor;
  }

  /** The server is dead: the widget says so, and that the line is kept. */
  async writeWhileDead(): Promise<void> {
    await this.chat.say(this.next('Wie lange dauert die Lieferung?'));
    await expect(this.chat.panel.getByText(KEPT)).toBeVisible();
    await expect(this.chat.panel.locator('.notice', { hasText: RECONNECTING })).toBeVisible();
  }

  /** The company's page is served by the dead process: the visitor gets the browser's error page. */
  async reloadWhileDead(): Promise<void> {
    await expect(this.chat.page.reload()).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  }

  async comeBack(): Promise<void> {
    await this.chat.page.goto(this.baton.pageUrl(WORKSPACE));
  }

  /** Everything stands in the thread and in the database, once and in order, and has been answered. */
  async expectNothingLost(): Promise<void> {
    await expect(this.chat.panel.getByText(KEPT)).toHaveCount(0, { timeout: 35_000 });
    await expect(this.chat.panel.locator('.notice', { hasText: RECONNECTING })).toHaveCount(0);
    await expect(this.chat.own().locator('.bubble')).toHaveText(this.lines);
    await expect.poll(() => this.storedLines()).toEqual(this.lines);
    await this.chat.sayAndHear(this.next('Danke, das hilft mir.'));
    await expect.poll(() => this.storedLines()).toEqual(this.lines);
    await this.chat.page.context().close();
  }

  private next(text: string): string {
    const line = `${this.name}: ${text}`;
    this.lines.push(line);
    return line;
  }

  private async storedLines(): Promise<readonly (string | null)[]> {
    const { rows } = await readDatabase(this.baton.databaseDirectory, WORKSPACE);
    return rows
      .filter(({ actor, text }) => actor === 'visitor' && text?.startsWith(this.name))
      .map(({ text }) => text);
  }
}
