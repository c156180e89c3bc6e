import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { KNOWLEDGE_SEARCH, type KnowledgeSearch } from '../src/qualification/index.js';
import { until } from './chat.js';
import { type EmbeddingsEndpoint, startEmbeddingsEndpoint } from './embeddings-endpoint.js';
import { createWorld, type World } from './world.js';

let endpoint: EmbeddingsEndpoint;
let world: World;
beforeAll(async () => {
  endpoint = await startEmbeddingsEndpoint();
  // A space of two meanings: money that comes back, and everything else.
  endpoint.behave({ name: 'embed', vectorOf: (text) => (/refund|compensat/i.test(text) ? [1, 0] : [0, 1]) });
  world = await createWorld(inject('postgresUrl'), {
    OPENAI_API_KEY: 'test',
    OPENAI_BASE_URL: endpoint.url,
    EMBEDDING_MODEL: 'topics',
  });
});
afterAll(async () => {
  await world?.stop();
  await endpoint?.stop();
});

const search = (question: string) =>
  world.server.app
    .get<KnowledgeSearch>(KNOWLEDGE_SEARCH, { strict: false })
    .search(world.workspaces.tidewater, question, 'en', 3);

it('a whole server embeds its articles in the background, finds by meaning, and goes on by words when that fails', async () => {
  const found = await until(async () => {
    const passages = await search('do you compensate?');
    return passages.length > 0 ? passages : null;
  });
  expect(found[0]?.text).toMatch(/refund/i);
  endpoint.behave({ name: 'status', status: 500 });
  const [byWords] = await search('Does it work with Outlook?');
  expect(byWords?.url).toBe('/help/integrations');
  const metrics = await (await world.http('GET', '/metrics')).text();
  expect(metrics).toContain('baton_knowledge_searches_total{way="degraded"} 1');
  expect(metrics).toContain('baton_embedding_failures_total{lane="question",kind="upstream_error"} 1');
});
