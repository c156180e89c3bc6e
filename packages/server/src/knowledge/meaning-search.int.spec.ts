import type { WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import type { Job, JobQueue } from '../jobs/index.js';
import { systemClock } from '../kernel/clock.js';
import { createIds } from '../kernel/ids.js';
import { systemRandom } from '../kernel/random.js';
import { type EmbeddingScript, ScriptedEmbeddingModel } from '../llm/scripted-embedding-model.adapter.js';
import { Metrics } from '../observability/index.js';
import { assembleKnowledge } from './assemble-knowledge.js';
import { RECOMMENDED_MINIMUM } from './core/score-similarity.js';
import type { ArticleDraft, KnowledgeService } from './knowledge.service.js';
import { SearchCache } from './search-cache.js';

const ids = createIds(systemClock, systemRandom);

let database: ScratchDatabase;
let ours: WorkspaceId;

beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
});
afterAll(() => database.stop());
beforeEach(async () => {
  ours = ids.next('wsp');
  await database.asOwner('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $1, $1)', [ours]);
});

const article = (title: string, markdown: string, language = 'en'): ArticleDraft => ({
  title,
  url: `/${title.toLowerCase()}`,
  language,
  markdown,
});
const refunds = article('Refunds', 'Money comes back within thirty days.');
const shipping = article('Shipping', 'Parcels leave our warehouse every morning.');

/** A space of three meanings; what speaks of none of them stands apart. */
const byTopic: EmbeddingScript = (texts) =>
  texts.map((text) => [
    /money|refund|compensat|geld/i.test(text) ? 1 : 0,
    /parcel|shipping|dispatch/i.test(text) ? 1 : 0,
    0.1,
  ]);

/** Jobs that a test runs when it likes; one that throws stays, as in the real queue. */
class HeldJobs implements JobQueue {
  readonly held: Job<object>[] = [];
  #handler: (job: Job<object>) => Promise<void> = async () => undefined;

  async enqueue<T extends object>(_tx: unknown, _queue: string, job: Job<T>): Promise<void> {
    this.held.push(job);
  }
  async work<T extends object>(_queue: string, handler: (job: Job<T>) => Promise<void>): Promise<void> {
    this.#handler = handler as (job: Job<object>) => Promise<void>;
  }
  async runAll(): Promise<void> {
    for (let job = this.held[0]; job; job = this.held[0]) {
      await this.#handler(job);
      this.held.shift();
    }
  }
}

interface Node {
  readonly service: KnowledgeService;
  readonly jobs: HeldJobs;
  readonly model: ScriptedEmbeddingModel;
  readonly metrics: Metrics;
  readonly warnings: object[];
}

async function nodeWith(script: EmbeddingScript, modelName = 'topics'): Promise<Node> {
  const jobs = new HeldJobs();
  const model = new ScriptedEmbeddingModel(script, modelName);
  const metrics = new Metrics();
  const warnings: object[] = [];
  const warn = (fields: object) => warnings.push(fields);
  const service = await assembleKnowledge({
    unitOfWork: database.unitOfWork,
    ids,
    cache: new SearchCache(),
    metrics,
    meaning: {
      model,
      jobs,
      logger: { debug: warn, info: warn, warn, error: warn },
      similarity: 0.8,
      deadlineMs: 300,
    },
  });
  return { service, jobs, model, metrics, warnings };
}

async function counts(node: Node, name: string): Promise<Readonly<Record<string, number>>> {
  const metric = await node.metrics.registry.getSingleMetric(name)?.get();
  return Object.fromEntries(
    (metric?.values ?? []).map(({ labels, value }) => [Object.values(labels).join(' '), value]),
  );
}

test('a question in other words than the article finds it once its passages have vectors', async () => {
  const node = await nodeWith(byTopic);
  await node.service.replaceArticles(ours, [refunds, shipping]);
  expect(await node.service.search(ours, 'do you compensate', 'en', 3)).toEqual([]);
  await node.jobs.runAll();
  const [best] = await node.service.search(ours, 'do you compensate', 'en', 3);
  expect(best).toMatchObject({
    title: 'Refunds',
    url: '/refunds',
    text: 'Money comes back within thirty days.',
  });
  expect(best?.score).toBeGreaterThan(RECOMMENDED_MINIMUM);
});

test('what only is not far away stays below the recommended minimum', async () => {
  const node = await nodeWith(byTopic);
  await node.service.replaceArticles(ours, [refunds, shipping]);
  await node.jobs.runAll();
  const found = await node.service.search(ours, 'do you compensate', 'en', 3);
  expect(found.find(({ title }) => title === 'Shipping')?.score).toBeLessThan(RECOMMENDED_MINIMUM);
});

test('an endpoint that fails or hangs: words alone, without an error for the visitor, seen by the operator', async () => {
  const well = await nodeWith(byTopic);
  await well.service.replaceArticles(ours, [refunds, shipping]);
  await well.jobs.runAll();
  const ill: readonly EmbeddingScript[] = [() => ({ fail: 'upstream_error' }), () => ({ stall: true })];
  for (const script of ill) {
    const node = await nodeWith(script);
    const startedAt = performance.now();
    const found = await node.service.search(ours, 'when do parcels leave?', 'en', 3);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(found.map(({ title }) => title)).toEqual(['Shipping']);
    expect((await counts(node, 'baton_knowledge_searches_total'))['degraded']).toBe(1);
    expect(Object.keys(await counts(node, 'baton_embedding_failures_total'))[0]).toMatch(/^question /);
    expect(node.warnings).toHaveLength(1);
  }
});

test('what was found while the endpoint failed is not remembered', async () => {
  let isWell = false;
  const node = await nodeWith((texts) => (isWell ? byTopic(texts) : { fail: 'upstream_error' }));
  const other = await nodeWith(byTopic);
  await other.service.replaceArticles(ours, [refunds]);
  await other.jobs.runAll();
  expect(await node.service.search(ours, 'do you compensate', 'en', 3)).toEqual([]);
  isWell = true;
  expect(await node.service.search(ours, 'do you compensate', 'en', 3)).toHaveLength(1);
});

test('vectors that fail stay owed, and are made when the endpoint is well again', async () => {
  let isWell = false;
  const node = await nodeWith((texts) => (isWell ? byTopic(texts) : { fail: 'rate_limited' }));
  await node.service.replaceArticles(ours, [refunds]);
  await expect(node.jobs.runAll()).rejects.toThrow('rate_limited');
  expect(await counts(node, 'baton_embedding_failures_total')).toEqual({ 'articles rate_limited': 1 });
  isWell = true;
  await node.jobs.runAll();
  expect(await node.service.search(ours, 'do you compensate', 'en', 3)).toHaveLength(1);
});

test('articles that are replaced keep the vectors of what has not changed, and lose those of what is gone', async () => {
  const node = await nodeWith(byTopic);
  await node.service.replaceArticles(ours, [refunds, shipping]);
  await node.jobs.runAll();
  const before = node.model.calls.flat().length;
  await node.service.replaceArticles(ours, [refunds, article('Hours', 'We open at nine.')]);
  await node.jobs.runAll();
  expect(node.model.calls.flat().slice(before)).toEqual(['Hours\nWe open at nine.']);
  const rows = await database.asOwner('SELECT 1 FROM knowledge_vector WHERE workspace_id = $1', [ours]);
  expect(rows).toHaveLength(2);
});

test('a model that is configured later has the articles embedded that are there', async () => {
  const before = await assembleKnowledge({ unitOfWork: database.unitOfWork, ids, cache: new SearchCache() });
  await before.replaceArticles(ours, [refunds]);
  const node = await nodeWith(byTopic);
  expect(node.jobs.held).toEqual([]);
  await node.service.search(ours, 'do you compensate', 'en', 3);
  expect(node.jobs.held).toHaveLength(1);
});

test('vectors of another model are not compared with', async () => {
  const first = await nodeWith(byTopic, 'first');
  await first.service.replaceArticles(ours, [refunds]);
  await first.jobs.runAll();
  const second = await nodeWith(byTopic, 'second');
  expect(await second.service.search(ours, 'do you compensate', 'en', 3)).toEqual([]);
});

test('passages in the language of the visitor come alone', async () => {
  const node = await nodeWith(byTopic);
  await node.service.replaceArticles(ours, [refunds, article('Erstattung', 'Geld kommt zurück.', 'de')]);
  await node.jobs.runAll();
  const titles = async (language: string) =>
    (await node.service.search(ours, 'compensate?', language, 3)).map(({ title }) => title);
  expect(await titles('de')).toEqual(['Erstattung']);
  expect(await titles('en')).toEqual(['Refunds']);
  expect((await titles('fr')).toSorted()).toEqual(['Erstattung', 'Refunds']);
});

test('A101: an address or a number in a question does not reach the endpoint that embeds it', async () => {
  const node = await nodeWith(byTopic);
  await node.service.replaceArticles(ours, [refunds]);
  await node.jobs.runAll();
  const before = node.model.calls.length;
  await node.service.search(ours, 'refunds to dana@brightwell.test or +44 20 7946 0233?', 'en', 3);
  const sent = node.model.calls.slice(before).flat().join();
  expect(sent).toContain('refunds');
  expect(sent).not.toMatch(/brightwell|7946/);
});

test('A28: a workspace can neither read nor plant vectors of another', async () => {
  const node = await nodeWith(byTopic);
  await node.service.replaceArticles(ours, [refunds]);
  await node.jobs.runAll();
  const theirs = ids.next('wsp');
  await database.asOwner('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $1, $1)', [theirs]);
  const seen = await database.unitOfWork.inWorkspace(theirs, (tx) =>
    tx.query('SELECT 1 FROM knowledge_vector'),
  );
  expect(seen).toEqual([]);
  const plant = database.unitOfWork.inWorkspace(theirs, (tx) =>
    tx.query(`INSERT INTO knowledge_vector VALUES ($1, 'm', 'h', '')`, [ours]),
  );
  await expect(plant).rejects.toThrow(/row-level security/);
});
