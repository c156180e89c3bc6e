import type { Candidate } from './candidates.ts';
import type { Chromium } from './chromium.ts';

/** Slow 4G and a phone of the middle class, as performance tools mean them. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const CPU_SLOWER = 4;
const PATIENCE_MS = 30_000;
/** After the launcher has come: what still loads, loads; then it is clicked. */
const REST_MS = 1_500;
/** After the click. */
const OPEN_MS = 4_000;

/** What one visit of one page has shown. Milliseconds, bytes. */
export interface Visit {
  /** From the navigation until the launcher, or the chat, is on the page. */
  readonly seenMs: number;
  /** From the press until a text box has the focus and a frame has been drawn; null: never, or nothing to click. */
  readonly focusMs: number | null;
  /** What long tasks before the click took beyond 50 ms each. */
  readonly blockedMs: number;
  readonly longTasks: number;
  readonly shift: number;
  /** After a garbage collection, once the page has loaded, and some seconds after the chat was opened. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

/** Runs in the page before everything else; the same in every page. */
const WATCH = `
  window.__seen = null; window.__focus = null; window.__tasks = []; window.__shift = 0;
  new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) window.__tasks.push([startTime, duration]); }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.__shift += value; }).observe({ type: 'layout-shift', buffered: true });
  window.__find = (path) => { let at = document; for (const selector of path) { at = (at?.shadowRoot ?? at)?.querySelector?.(selector); } return at && at !== document && at.getClientRects().length > 0 ? at : null; };
  window.__look = (path) => { const look = () => { if (window.__find(path)) window.__seen = performance.now(); else requestAnimationFrame(look); }; look(); };
  window.__hear = () => {
    addEventListener('pointerdown', ({ timeStamp }) => {
      // A focus that moves inside a shadow root is told to nobody outside: it has to be looked for.
      const look = () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        if (/^(TEXTAREA|INPUT)$/.test(at?.tagName)) window.__focus ??= performance.now() - timeStamp;
        else setTimeout(look);
      };
      requestAnimationFrame(() => setTimeout(look));
    }, { capture: true, once: true });
  };
`;

export async function visitPage(browser: Chromium, page: string, candidate: Candidate): Promise<Visit> {
  const tab = await browser.openTab();
  try {
    const { seen } = candidate;
    const watch = `${WATCH} ${seen ? `addEventListener('DOMContentLoaded', () => window.__look(${JSON.stringify(seen)}));` : ''} window.__hear();`;
    await tab.send('Page.enable');
    await tab.send('Network.enable');
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: watch });
    await tab.send('Network.emulateNetworkConditions', NETWORK);
    await tab.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
    // The document itself is put in front of the network for all alike: the page is not what is measured.
    await tab.send('Fetch.enable', { patterns: [{ urlPattern: page }] });
    tab.on('Fetch.requestPaused', ({ requestId }: { readonly requestId: string }) => {
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><body><h1>Shop</h1><p>Text</p>${candidate.html}</body></html>`;
      void tab.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'content-type', value: 'text/html' }],
        body: Buffer.from(html).toString('base64'),
      });
    });
    await tab.send('Page.navigate', { url: page });
    const seenMs = seen ? await until<number>(tab.evaluate, 'window.__seen') : 0;
    if (seenMs === null) throw new Error(`${candidate.name} was never to be seen`);
    await pause(REST_MS);
    const heapBefore = await heapOf(tab.send);
    const tasks = await tab.evaluate<[number, number][]>('window.__tasks');
    let focusMs: number | null = null;
    if (seen && candidate.isButton) {
      await click(tab, seen);
      focusMs = await until<number>(tab.evaluate, 'window.__focus', OPEN_MS);
    }
    await pause(OPEN_MS);
    return {
      seenMs,
      focusMs,
      blockedMs: tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
      longTasks: tasks.length,
      shift: await tab.evaluate<number>('window.__shift'),
      heapBefore,
      heapAfter: await heapOf(tab.send),
    };
  } finally {
    await tab.close();
  }
}

type Send = <T>(method: string, params?: object) => Promise<T>;
type Evaluate = <T>(expression: string) => Promise<T>;

/** Down and up in one place, without hovering first: nothing has been fetched ahead. */
async function click({ send, evaluate }: { send: Send; evaluate: Evaluate }, path: readonly string[]) {
  const at = await evaluate<{ x: number; y: number }>(
    `(() => { const { left, top, width, height } = window.__find(${JSON.stringify(path)}).getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; })()`,
  );
  const button = { ...at, button: 'left', clickCount: 1 };
  await Promise.all([
    send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button }),
    send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button }),
  ]);
}

async function heapOf(send: Send): Promise<number> {
  await send('HeapProfiler.collectGarbage');
  const { usedSize } = await send<{ usedSize: number }>('Runtime.getHeapUsage');
  return usedSize;
}

async function until<T>(evaluate: Evaluate, expression: string, patience = PATIENCE_MS): Promise<T | null> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const value = await evaluate<T | null>(expression);
    if (value !== null) return value;
    await pause(50);
  }
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
