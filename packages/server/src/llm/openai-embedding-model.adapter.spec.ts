import { LLMock } from '@copilotkit/aimock';
import { expect, test } from 'vitest';
import { type EmbeddingsBehaviour, startEmbeddingsEndpoint } from '../../test/embeddings-endpoint.js';
import { systemClock } from '../kernel/clock.js';
import { BreakingEmbeddingModel } from './breaking-embedding-model.adapter.js';
import { describeEmbeddingModel, type EmbeddingScenario } from './embedding-model.contract.js';
import { OpenaiEmbeddingModel } from './openai-embedding-model.adapter.js';

function modelAt(baseUrl: string): OpenaiEmbeddingModel {
  return new OpenaiEmbeddingModel({ apiKey: 'test', baseUrl, model: 'm', privateHosts: [] }, systemClock);
}

function behaviourOf(scenario: EmbeddingScenario): EmbeddingsBehaviour {
  switch (scenario.name) {
    case 'embeds':
      return { name: 'embed', vectorOf: scenario.vectorOf };
    case 'silent':
      return { name: 'silent' };
    case 'too_few':
      return { name: 'too_few' };
    case 'no_direction':
      return { name: 'embed', vectorOf: () => [0, 0, 0] };
    case 'upstream_error':
      return { name: 'status', status: 503 };
    case 'rate_limited':
      return { name: 'status', status: 429 };
  }
}

describeEmbeddingModel('openai in front of an endpoint of our own', async () => {
  const endpoint = await startEmbeddingsEndpoint();
  return {
    play: (scenario) => {
      endpoint.behave(behaviourOf(scenario));
      return modelAt(endpoint.url);
    },
    stop: () => endpoint.stop(),
  };
});

/** An independent implementation of the protocol: it checks that we do not merely understand ourselves. */
test('aimock understands the request, and we its answer', async () => {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  await mock.start();
  try {
    const request = { texts: ['one', 'two'], deadlineMs: 5_000, signal: new AbortController().signal };
    const { vectors } = await modelAt(`${mock.url}/v1`).embed(request);
    expect(vectors).toHaveLength(2);
    expect(vectors[0]?.length).toBeGreaterThan(1);
  } finally {
    await mock.stop();
  }
});

test('an endpoint that keeps failing is left alone', async () => {
  const endpoint = await startEmbeddingsEndpoint();
  try {
    const model = new BreakingEmbeddingModel(modelAt(endpoint.url), systemClock);
    const request = { texts: ['one'], deadlineMs: 5_000, signal: new AbortController().signal };
    const kinds: string[] = [];
    for (let call = 0; call < 5; call += 1)
      await model.embed(request).catch((thrown: unknown) => kinds.push(String(thrown)));
    expect(kinds.slice(0, 3).every((kind) => kind.includes('upstream_error'))).toBe(true);
    expect(kinds.slice(3).every((kind) => kind.includes('unavailable'))).toBe(true);
    expect(endpoint.requests).toHaveLength(3);
  } finally {
    await endpoint.stop();
  }
});
