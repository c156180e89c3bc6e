import type { WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { systemClock } from '../kernel/clock.js';
import { createIds } from '../kernel/ids.js';
import { systemRandom } from '../kernel/random.js';
import { Metrics } from '../observability/index.js';
import { assembleKnowledge } from './assemble-knowledge.js';
import type { ArticleDraft, KnowledgeService } from './knowledge.service.js';
import { SearchCache } from './search-cache.js';

const ids = createIds(systemClock, systemRandom);

let database: ScratchDatabase;
let ours: WorkspaceId;
let theirs: WorkspaceId;
/** Two nodes on one database. */
let here: { readonly service: KnowledgeService; readonly metrics: Metrics };
let there: { readonly service: KnowledgeService; readonly metrics: Metrics };

beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
});
afterAll(() => database.stop());
beforeEach(async () => {
  ours = ids.next('wsp');
  theirs = ids.next('wsp');
  for (const workspace of [ours, theirs])
    await database.asOwner('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $1, $1)', [
      workspace,
    ]);
  here = await node();
  there = await node();
});

async function node() {
  const metrics = new Metrics();
  const cache = new SearchCache();
  return {
    metrics,
    service: await assembleKnowledge({ unitOfWork: database.unitOfWork, ids, cache, metrics }),
  };
}

async function remembered({ metrics }: { readonly metrics: Metrics }): Promise<number> {
  const { values } = await metrics.knowledgeSearches.get();
  return values.find(({ labels }) => labels['way'] === 'cache')?.value ?? 0;
}

const article = (markdown: string): ArticleDraft => ({
  title: 'Help',
  url: '/help',
  language: 'en',
  markdown,
});

test('a question that was put before is answered from memory, the same', async () => {
  await here.service.replaceArticles(ours, [article('Vouchers are refunded.')]);
  const first = await here.service.search(ours, 'Are vouchers refunded?', 'en', 3);
  expect(await remembered(here)).toBe(0);
  expect(await here.service.search(ours, 'hi, are VOUCHERS refunded?', 'en-GB', 3)).toEqual(first);
  expect(await remembered(here)).toBe(1);
});

test('articles that another node replaces are found at once', async () => {
  await there.service.replaceArticles(ours, [article('Vouchers are refunded.')]);
  await here.service.search(ours, 'vouchers', 'en', 3);
  await there.service.replaceArticles(ours, [article('Vouchers are never refunded.')]);
  const [found] = await here.service.search(ours, 'vouchers', 'en', 3);
  expect(found?.text).toBe('Vouchers are never refunded.');
  await there.service.replaceArticles(ours, []);
  expect(await here.service.search(ours, 'vouchers', 'en', 3)).toEqual([]);
});

test('what differs in workspace, language, number or words is another question', async () => {
  const articles = [article('Vouchers are refunded.\n\n## More\n\nVouchers, and parcels.')];
  await here.service.replaceArticles(ours, articles);
  await here.service.search(ours, 'vouchers', 'en', 3);
  expect(await here.service.search(theirs, 'vouchers', 'en', 3)).toEqual([]);
  expect(await here.service.search(ours, 'vouchers', 'en', 1)).toHaveLength(1);
  await here.service.search(ours, 'vouchers', 'de', 3);
  await here.service.search(ours, 'vouchers parcels', 'en', 3);
  expect(await remembered(here)).toBe(0);
});

test('an empty find is remembered too, and no longer than the articles', async () => {
  await here.service.replaceArticles(ours, [article('Parcels leave every morning.')]);
  for (let i = 0; i < 2; i += 1) expect(await here.service.search(ours, 'vouchers', 'en', 3)).toEqual([]);
  expect(await remembered(here)).toBe(1);
  await here.service.replaceArticles(ours, [article('Vouchers are refunded.')]);
  expect(await here.service.search(ours, 'vouchers', 'en', 3)).toHaveLength(1);
});

test('the memory is bounded, however many questions are put', () => {
  const cache = new SearchCache(10_000);
  const passage = { title: 'Title', url: null, text: 'x'.repeat(1_000), score: 1 };
  for (let question = 0; question < 1_000; question += 1) cache.keep(`question ${question}`, [passage]);
  const kept = Array.from({ length: 1_000 }, (_, at) => cache.find(`question ${at}`)).filter(
    (found) => found,
  );
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.length).toBeLessThan(10);
});
