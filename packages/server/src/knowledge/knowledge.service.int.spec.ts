import type { WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { systemClock } from '../kernel/clock.js';
import { createIds } from '../kernel/ids.js';
import { systemRandom } from '../kernel/random.js';
import { assembleKnowledge } from './assemble-knowledge.js';
import type { ArticleDraft, KnowledgeService } from './knowledge.service.js';
import { SEARCH } from './passage-search.repository.js';
import { SearchCache } from './search-cache.js';

const ids = createIds(systemClock, systemRandom);
const TABLES = ['knowledge_article', 'knowledge_passage', 'knowledge_posting', 'knowledge_word'];

let database: ScratchDatabase;
let service: KnowledgeService;
let ours: WorkspaceId;
let theirs: WorkspaceId;

beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  service = await assembleKnowledge({ unitOfWork: database.unitOfWork, ids, cache: new SearchCache() });
});
afterAll(() => database.stop());
beforeEach(async () => {
  ours = ids.next('wsp');
  theirs = ids.next('wsp');
  for (const workspace of [ours, theirs])
    await database.asOwner('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $1, $1)', [
      workspace,
    ]);
});

function article(title: string, markdown: string, language = 'en'): ArticleDraft {
  return { title, url: `/help/${title.toLowerCase()}`, language, markdown };
}

const refunds = article(
  'Refunds',
  'Money comes back within thirty days.\n\n## Exceptions\n\nVouchers are not refunded.',
);
const shipping = article('Shipping', 'Parcels leave our warehouse every morning.');

test('a passage comes with its trail of headings, its address and its text', async () => {
  await service.replaceArticles(ours, [refunds, shipping]);
  const [best, ...rest] = await service.search(ours, 'Are vouchers refunded?', 'en-GB', 5);
  expect(best).toEqual({
    title: 'Refunds › Exceptions',
    url: '/help/refunds',
    text: 'Vouchers are not refunded.',
    score: expect.any(Number),
  });
  expect(rest.every((passage) => passage.score <= (best?.score ?? 0))).toBe(true);
});

test('no more passages than asked for', async () => {
  await service.replaceArticles(ours, [refunds, shipping]);
  expect(await service.search(ours, 'vouchers money parcels', 'en', 2)).toHaveLength(2);
  expect(await service.search(ours, 'vouchers money parcels', 'en', 0)).toEqual([]);
});

test('passages in the language of the visitor come alone; without any, all languages are searched', async () => {
  const german = article(
    'Rückgabe',
    'Gutscheine werden nicht erstattet. Refunds heißen bei uns Rückgabe.',
    'de',
  );
  await service.replaceArticles(ours, [refunds, german]);
  const titles = async (language: string) =>
    (await service.search(ours, 'refunds', language, 5)).map((passage) => passage.title);
  expect(await titles('de')).toEqual(['Rückgabe']);
  expect((await titles('en')).every((title) => title.startsWith('Refunds'))).toBe(true);
  expect(await titles('fr')).toContain('Rückgabe');
  expect(await titles('fr')).toContain('Refunds › Exceptions');
});

test('a German word finds the compounds it is part of, and its own parts', async () => {
  const plan = article('Dienste', 'Die Schichtplanung erledigt ein Assistent.', 'de');
  await service.replaceArticles(ours, [plan, article('Preise', 'Der Preis steht im Vertrag.', 'de')]);
  const titles = async (question: string) =>
    (await service.search(ours, question, 'de', 5)).map((passage) => passage.title);
  expect(await titles('Planung')).toEqual(['Dienste']);
  expect(await titles('Preismodell')).toEqual(['Preise']);
});

test('a part of a question covered counts for less among many passages than among few; the whole of it stays 1', async () => {
  const scoresAmong = async (others: number, question: string) => {
    const more = Array.from({ length: others }, (_, at) => article(`Page ${at}`, `Text number${at}.`));
    await service.replaceArticles(ours, [article('Vouchers', 'Vouchers and more vouchers.'), ...more]);
    const [best] = await service.search(ours, question, 'en', 1);
    return best?.score ?? 0;
  };
  const partly = 'vouchers for zebras, giraffes and llamas?';
  const few = await scoresAmong(20, partly);
  const many = await scoresAmong(600, partly);
  expect(few).toBeGreaterThan(0.3);
  expect(many).toBeGreaterThan(0);
  expect(many).toBeLessThan(few * 0.75);
  expect(await scoresAmong(600, 'vouchers?')).toBe(1);
});

test('what visitors write is data: operators and quotes break nothing', async () => {
  await service.replaceArticles(ours, [refunds]);
  for (const question of [
    "'); DROP TABLE x; --",
    'a & | ! <-> b',
    '\\ % _ "',
    'x'.repeat(100_000),
    '\u0000vouchers',
  ])
    await expect(service.search(ours, question, 'en', 3)).resolves.toBeInstanceOf(Array);
});

test('a replacement removes what was there, down to the last word', async () => {
  await service.replaceArticles(ours, [refunds, shipping]);
  await service.replaceArticles(ours, [shipping]);
  expect(await service.search(ours, 'vouchers', 'en', 3)).toEqual([]);
  await service.replaceArticles(ours, []);
  for (const table of TABLES)
    expect(await database.asOwner(`SELECT 1 FROM ${table} WHERE workspace_id = $1`, [ours]), table).toEqual(
      [],
    );
});

test('a replacement that fails leaves the old articles as they were', async () => {
  await service.replaceArticles(ours, [refunds]);
  const id = ids.next('art');
  const twice = [
    { ...shipping, id },
    { ...shipping, id },
  ];
  await expect(service.replaceArticles(ours, twice)).rejects.toThrow();
  expect((await service.search(ours, 'vouchers', 'en', 3)).map((passage) => passage.url)).toEqual([
    '/help/refunds',
  ]);
});

test('two replacements at once: one of them stands, whole', async () => {
  const many = (word: string) =>
    Array.from({ length: 8 }, (_, at) => article(`${word}${at}`, `${word} text`));
  await Promise.all([
    service.replaceArticles(ours, many('apples')),
    service.replaceArticles(ours, many('pears')),
  ]);
  const rows = await database.asOwner('SELECT id FROM knowledge_article WHERE workspace_id = $1', [ours]);
  expect(rows).toHaveLength(8);
});

test('a search during a replacement sees the old articles or the new ones, never none', async () => {
  await service.replaceArticles(ours, [refunds]);
  const replacing = Promise.all(Array.from({ length: 5 }, () => service.replaceArticles(ours, [refunds])));
  for (let i = 0; i < 20; i += 1) expect(await service.search(ours, 'vouchers', 'en', 3)).toHaveLength(1);
  await replacing;
});

test('A28: another workspace never sees a passage, also when every WHERE is removed', async () => {
  await service.replaceArticles(theirs, [refunds]);
  expect(await service.search(ours, 'vouchers', 'en', 3)).toEqual([]);
  const careless = SEARCH.replaceAll(/\b\w\.workspace_id = \$1/g, '($1::text IS NOT NULL)');
  expect(careless).not.toContain('workspace_id');
  const questions = JSON.stringify([{ config: 'english', words: 'vouchers' }]);
  const searchAs = (workspace: WorkspaceId) =>
    database.unitOfWork.inWorkspace(workspace, (tx) => tx.query(careless, [workspace, 'en', questions, 3]));
  expect(await searchAs(theirs)).toHaveLength(1);
  expect(await searchAs(ours)).toEqual([]);
});

test('A28: a workspace can neither read, change nor plant rows of another', async () => {
  await service.replaceArticles(theirs, [refunds]);
  for (const table of TABLES) {
    const [seen, removed] = await database.unitOfWork.inWorkspace(ours, async (tx) => [
      await tx.query(`SELECT 1 FROM ${table}`),
      await tx.query(`DELETE FROM ${table} RETURNING 1`),
    ]);
    expect([seen, removed], table).toEqual([[], []]);
  }
  const plant = database.unitOfWork.inWorkspace(ours, (tx) =>
    tx.query(
      `INSERT INTO knowledge_article (workspace_id, id, title, language, markdown) VALUES ($1, 'art_x', 'x', 'en', 'x')`,
      [theirs],
    ),
  );
  await expect(plant).rejects.toThrow(/row-level security/);
});
