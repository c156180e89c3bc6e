import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EndpointBehaviour, type ModelEndpoint, startModelEndpoint } from '../../test/model-endpoint.js';
import { systemClock } from '../kernel/clock.js';
import { MAX_RESPONSE_BYTES } from './capped-fetch.adapter.js';
import {
  describeLanguageModel,
  drain,
  extract,
  failureOf,
  PATIENT,
  QUICK,
  reply,
  type Scenario,
} from './language-model.contract.js';
import type { ModelDeadlines, ModelFailureKind } from './language-model.port.js';
import { OpenaiLanguageModel } from './openai-language-model.adapter.js';

function modelAt(baseUrl: string): OpenaiLanguageModel {
  return new OpenaiLanguageModel({ apiKey: 'test', baseUrl, model: 'm', privateHosts: [] }, systemClock);
}

function behaviourOf(scenario: Scenario): EndpointBehaviour {
  switch (scenario.name) {
    case 'says':
      return { name: 'speak', pieces: scenario.pieces };
    case 'silent':
      return { name: 'keep_alives_only' };
    case 'stalls':
      return { name: 'stall_after', pieces: [scenario.after] };
    case 'cut':
      return { name: 'cut_after', pieces: [scenario.after] };
    case 'drips':
      return { name: 'speak', pieces: Array<string>(100).fill('drip '), gapMs: scenario.everyMs };
    case 'blank':
      return { name: 'speak', pieces: ['  ', '\n'] };
    case 'token_limit':
      return { name: 'finish', pieces: [scenario.after], reason: 'length' };
    case 'floods':
      return { name: 'flood', bytes: 10_000_000 };
    case 'rate_limited':
      return { name: 'status', status: 429, retryAfter: String(scenario.retryAfterSeconds) };
    case 'upstream_error':
      return { name: 'status', status: 500 };
  }
}

describeLanguageModel('openai in front of an endpoint of our own', async () => {
  const endpoint = await startModelEndpoint();
  return {
    play: (scenario) => {
      endpoint.behave(behaviourOf(scenario));
      return modelAt(endpoint.url);
    },
    stop: () => endpoint.stop(),
  };
});

/** An independent implementation of the protocol: it checks that we do not merely understand ourselves. */
describeLanguageModel(
  'openai in front of aimock',
  async () => {
    const mock = new LLMock({ port: 0, logLevel: 'silent', strict: true });
    await mock.start();
    const play = (scenario: Scenario): OpenaiLanguageModel => {
      mock.clearFixtures();
      playOnMock(mock, scenario);
      return modelAt(`${mock.url}/v1`);
    };
    return { play, stop: () => mock.stop() };
  },
  { cannot: ['stalls', 'floods', 'blank'] },
);

function playOnMock(mock: LLMock, scenario: Scenario): void {
  const any = { userMessage: 'hello' };
  const sentence = 'One two three four five six seven eight nine ten';
  switch (scenario.name) {
    case 'says':
      mock.on(any, { content: scenario.pieces.join('') });
      return;
    case 'silent':
      mock.on(any, { content: sentence }, { latency: 5_000 });
      return;
    case 'cut':
      mock.on(any, { content: sentence }, { truncateAfterChunks: 3, chunkSize: 4, latency: 20 });
      return;
    case 'drips':
      mock.on(any, { content: sentence.repeat(5) }, { latency: scenario.everyMs, chunkSize: 4 });
      return;
    case 'token_limit':
      mock.on(any, { content: scenario.after, finishReason: 'length' });
      return;
    case 'rate_limited':
      mock.on(any, {
        error: { message: 'slow down', type: 'rate_limit_error' },
        status: 429,
        retryAfter: scenario.retryAfterSeconds,
      });
      return;
    case 'upstream_error':
      mock.on(any, { error: { message: 'boom', type: 'server_error' }, status: 500 });
      return;
    case 'stalls':
    case 'floods':
    case 'blank':
      throw new Error(`aimock cannot play ${scenario.name}`);
  }
}

describe('faults of an endpoint', () => {
  let endpoint: ModelEndpoint;
  beforeAll(async () => {
    endpoint = await startModelEndpoint();
  });
  afterAll(() => endpoint.stop());

  const one = ['One '];
  const faults: readonly [EndpointBehaviour, ModelFailureKind, boolean][] = [
    [{ name: 'no_headers' }, 'timeout_first_token', false],
    [{ name: 'stall_after', pieces: [] }, 'timeout_first_token', false],
    [{ name: 'byte_per', ms: 20 }, 'timeout_first_token', false],
    [{ name: 'html' }, 'malformed', false],
    [{ name: 'broken_chunk', pieces: one }, 'malformed', true],
    [{ name: 'one_endless_line', bytes: 10_000_000 }, 'malformed', false],
    [{ name: 'error_event', pieces: one }, 'upstream_error', true],
    [{ name: 'no_finish_reason', pieces: one }, 'cut', true],
    [{ name: 'no_finish_reason', pieces: [] }, 'empty', false],
    // Nothing was flushed: the socket dies before the headers.
    [{ name: 'cut_after', pieces: [] }, 'connect', false],
    [{ name: 'refusal' }, 'refusal', false],
    [{ name: 'finish', pieces: one, reason: 'content_filter' }, 'refusal', true],
    [{ name: 'status', status: 401 }, 'auth', false],
    [{ name: 'status', status: 403 }, 'auth', false],
    [{ name: 'status', status: 404 }, 'bad_request', false],
    [{ name: 'status', status: 400, message: 'context too long' }, 'bad_request', false],
    [{ name: 'status', status: 503 }, 'upstream_error', false],
    [{ name: 'status', status: 429 }, 'rate_limited', false],
  ];
  for (const [behaviour, kind, partial] of faults) {
    test(`F19 A98: ${JSON.stringify(behaviour).slice(0, 60)} ends as ${kind} within its deadline`, async () => {
      endpoint.behave(behaviour);
      const deadlines = kind.startsWith('timeout') ? QUICK : PATIENT;
      const startedAt = performance.now();
      const failure = await failureOf(drain(reply(modelAt(endpoint.url), { deadlines })));
      expect(failure).toMatchObject({ kind, partial });
      expect(performance.now() - startedAt).toBeLessThan(deadlines.firstTokenMs + 700);
    });
  }

  test('a port where nobody listens fails as connect', async () => {
    const gone = await startModelEndpoint();
    await gone.stop();
    expect((await failureOf(drain(reply(modelAt(gone.url))))).kind).toBe('connect');
  });

  test('each fault costs one request: nothing is tried again behind our back', async () => {
    endpoint.behave({ name: 'status', status: 500 });
    const before = endpoint.requests.length;
    await failureOf(drain(reply(modelAt(endpoint.url))));
    expect(endpoint.requests.length - before).toBe(1);
  });

  test('an endpoint that finishes but never hangs up does not hold the turn', async () => {
    endpoint.behave({ name: 'never_closes', pieces: one });
    const startedAt = performance.now();
    expect((await drain(reply(modelAt(endpoint.url)))).text).toBe('One ');
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  test('time that the caller takes between pieces is not the endpoint standing still', async () => {
    endpoint.behave({ name: 'speak', pieces: ['One ', 'two'] });
    const deadlines: ModelDeadlines = { firstTokenMs: 5_000, idleMs: 300, totalMs: 10_000 };
    let text = '';
    for await (const piece of reply(modelAt(endpoint.url), { deadlines })) {
      text += piece;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(text).toBe('One two');
  });

  test('a caller that stops listening hangs up on the endpoint', async () => {
    endpoint.behave({ name: 'speak', pieces: Array<string>(200).fill('word '), gapMs: 20 });
    for await (const piece of reply(modelAt(endpoint.url))) {
      expect(piece).toBe('word ');
      break;
    }
    await expect.poll(() => endpoint.openResponses(), { timeout: 1_000 }).toBe(0);
  });

  test('10 MB of text are never held: the connection is dropped long before', async () => {
    endpoint.behave({ name: 'flood', bytes: 10_000_000 });
    const before = process.memoryUsage().rss;
    await failureOf(drain(reply(modelAt(endpoint.url))));
    await expect.poll(() => endpoint.openResponses(), { timeout: 1_000 }).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(8 * MAX_RESPONSE_BYTES);
  });
});

describe('endpoints that understand less', () => {
  let endpoint: ModelEndpoint;
  beforeEach(async () => {
    endpoint = await startModelEndpoint();
    return () => endpoint.stop();
  });

  const speaking: EndpointBehaviour = { name: 'speak', pieces: ['Hello'] };

  test('one that refuses stream_options is asked without them, then and later', async () => {
    endpoint.behave((body) =>
      'stream_options' in body ? { name: 'status', status: 400, message: 'unknown field' } : speaking,
    );
    const model = modelAt(endpoint.url);
    const { text, usage } = await drain(reply(model));
    expect(text).toBe('Hello');
    expect(usage).toEqual({ inputTokens: null, outputTokens: null });
    await drain(reply(model));
    expect(endpoint.requests).toHaveLength(3);
  });

  test('one that wants max_completion_tokens gets them', async () => {
    endpoint.behave((body) =>
      'max_tokens' in body
        ? { name: 'status', status: 400, message: "Use 'max_completion_tokens' instead." }
        : speaking,
    );
    expect((await drain(reply(modelAt(endpoint.url)))).text).toBe('Hello');
  });

  test('one that refuses a temperature is asked without, in the same mode', async () => {
    endpoint.behave((body) =>
      'temperature' in body
        ? { name: 'status', status: 400, message: "'temperature' does not support 0" }
        : { name: 'speak', pieces: ['{"intent":"buy","seats":null}'] },
    );
    await extract(modelAt(endpoint.url));
    expect(endpoint.requests.every((body) => 'response_format' in body)).toBe(true);
  });
});
