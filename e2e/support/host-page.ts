import type { Page } from '@playwright/test';
import type { Baton } from './baton.js';

export interface HostPage {
  /** Behind the site's origin, e.g. `/spa.html`. */
  readonly path: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The tag as the guide says it. */
export function tag(baton: Baton, attributes = 'data-site="demo-tidewater"'): string {
  return `<script async src="${baton.serverUrl}/widget/loader.js" ${attributes}></script>`;
}

/** A page of the demo company's own website that exists only in this test; returns its address. */
export async function servePage(
  page: Page,
  baton: Baton,
  { path, head = '', body = '', headers = {} }: HostPage,
): Promise<string> {
  const url = new URL(path, baton.pageUrl('tidewater')).href;
  await page.context().route(url, (route) =>
    route.fulfill({
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
      body: `<!doctype html><html lang="en"><head><title>Host page</title>${head}</head><body>${body}</body></html>`,
    }),
  );
  return url;
}

/** Everything that the page says on its console, errors of its scripts too. */
export function listenToConsole(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  return said;
}
