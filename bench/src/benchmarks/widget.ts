import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { alone, type Benchmark, besideFloor, type Figure } from '../benchmark.ts';
import { baton, type Candidate, EMPTY, peers } from '../browser/candidates.ts';
import { startChromium } from '../browser/chromium.ts';
import { fetchPeers } from '../browser/fetch-peers.ts';
import { serveFolder } from '../browser/serve-folder.ts';
import { type Visit, visitPage } from '../browser/visit-page.ts';
import { median } from '../quantile.ts';

const MB = 1_048_576;

/** What the widget costs a page, beside three others and an empty page. The floor is the quickest of the three. */
export const widget: Benchmark = {
  name: 'widget',
  about:
    'A page with the widget on slow 4G (1.6 Mbit/s, 150 ms) and a processor slowed down four times, cold, beside deep-chat, @n8n/chat and @typebot.io/js as npm has them; medians.',
  run: async (ground, { quick, say }) => {
    const folder = mkdtempSync(path.join('/var/tmp', 'baton-bench-peers-'));
    const server = await ground.baton();
    say('fetching the peers');
    fetchPeers(folder);
    const files = await serveFolder(folder);
    const browser = await startChromium();
    try {
      const candidates = [EMPTY, baton(server.url), ...peers(files.url)];
      const visits = new Map<Candidate, Visit[]>(candidates.map((candidate) => [candidate, []]));
      const page = `${server.destination().origin}/bench.html`;
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        for (const [candidate, seen] of visits) seen.push(await visitPage(browser, page, candidate));
        say(`round ${round + 1}`);
      }
      return [...visits].flatMap(([candidate, seen]) => tell(candidate, seen, visits));
    } finally {
      await browser.stop();
      await files.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function tell(
  candidate: Candidate,
  seen: readonly Visit[],
  all: ReadonlyMap<Candidate, readonly Visit[]>,
): readonly Figure[] {
  const [[, empty = []] = [], , ...others] = [...all];
  const isOurs = candidate.name === 'Baton';
  const middle = (of: (visit: Visit) => number, visits = seen) => median(visits.map(of));
  const named = (what: string) => (isOurs ? what : `${candidate.name}: ${what}`);
  const over = (of: (visit: Visit) => number) => (middle(of) - middle(of, empty)) / MB;
  if (candidate === EMPTY) return [];
  const quickest = Math.min(...others.map(([, visits]) => middle(({ seenMs }) => seenMs, visits)));
  const seenMs = middle((visit) => visit.seenMs);
  const focused = seen.flatMap(({ focusMs }) => (focusMs === null ? [] : [focusMs]));
  return [
    isOurs
      ? besideFloor('launcher visible', 'ms', { baton: seenMs, floor: quickest }, { most: 1 })
      : alone(named('visible'), 'ms', seenMs, null),
    ...(focused.length === seen.length
      ? [alone(named('cold click to focused text box'), 'ms', median(focused), isOurs ? { most: 100 } : null)]
      : []),
    alone(
      named('blocked while loading'),
      'ms',
      middle(({ blockedMs }) => blockedMs) - middle(({ blockedMs }) => blockedMs, empty),
      isOurs ? { most: 50 } : null,
    ),
    alone(
      named('long tasks before the click'),
      '',
      middle(({ longTasks }) => longTasks) - middle(({ longTasks }) => longTasks, empty),
      isOurs ? { most: 0 } : null,
    ),
    alone(
      named('layout shift'),
      '',
      middle(({ shift }) => shift),
      isOurs ? { most: 0 } : null,
    ),
    alone(
      named('heap over the page, loaded'),
      'MB',
      over(({ heapBefore }) => heapBefore),
      null,
    ),
    alone(
      named('heap over the page, open'),
      'MB',
      over(({ heapAfter }) => heapAfter),
      isOurs ? { most: 1.5 } : null,
    ),
  ];
}
