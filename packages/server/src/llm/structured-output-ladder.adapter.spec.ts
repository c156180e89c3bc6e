import { beforeEach, describe, expect, test } from 'vitest';
import { type EndpointBehaviour, type ModelEndpoint, startModelEndpoint } from '../../test/model-endpoint.js';
import { systemClock } from '../kernel/clock.js';
import { extract, failureOf, PATIENT } from './language-model.contract.js';
import { OpenaiLanguageModel } from './openai-language-model.adapter.js';

function modelAt(baseUrl: string): OpenaiLanguageModel {
  return new OpenaiLanguageModel({ apiKey: 'test', baseUrl, model: 'm', privateHosts: [] }, systemClock);
}

describe('the ladder of structured output', () => {
  let endpoint: ModelEndpoint;
  beforeEach(async () => {
    endpoint = await startModelEndpoint();
    return () => endpoint.stop();
  });

  const good = '{"intent":"buy","seats":40}';
  const answer: EndpointBehaviour = { name: 'speak', pieces: [good] };
  const chatter: EndpointBehaviour = { name: 'speak', pieces: ['The intent is to buy.'] };
  const refuse = (status: number): EndpointBehaviour => ({
    name: 'status',
    status,
    message: 'response_format tool',
  });
  const byMode = (behaviours: Readonly<Record<string, EndpointBehaviour>>): void =>
    endpoint.behave((body) => behaviours[modeOf(body)] ?? refuse(400));

  test('the strictest mode comes first and is remembered', async () => {
    byMode({ json_schema: answer });
    const model = modelAt(endpoint.url);
    await extract(model);
    expect((await extract(model)).value).toEqual({ intent: 'buy', seats: 40 });
    expect(endpoint.requests.map(modeOf)).toEqual(['json_schema', 'json_schema']);
  });

  for (const status of [400, 404, 422, 501]) {
    test(`a mode refused with ${status} is stepped over once, then left alone`, async () => {
      byMode({
        json_schema: refuse(status),
        tool: { name: 'tool_arguments', pieces: ['{"intent":"buy",', '"seats":40}'] },
      });
      const model = modelAt(endpoint.url);
      expect((await extract(model)).value).toEqual({ intent: 'buy', seats: 40 });
      await extract(model);
      expect(endpoint.requests.map(modeOf)).toEqual(['json_schema', 'tool', 'tool']);
    });
  }

  test('an endpoint that ignores response_format is caught by its answer', async () => {
    byMode({ json_schema: chatter, tool: { name: 'tool_arguments', pieces: [good] } });
    expect((await extract(modelAt(endpoint.url))).value).toEqual({ intent: 'buy', seats: 40 });
  });

  test('a blank answer in json_object mode is asked for once more', async () => {
    let asked = 0;
    endpoint.behave((body) => {
      if (modeOf(body) !== 'json_object') return refuse(400);
      asked += 1;
      return asked === 1 ? { name: 'speak', pieces: ['   '] } : answer;
    });
    expect((await extract(modelAt(endpoint.url))).value).toEqual({ intent: 'buy', seats: 40 });
    expect(endpoint.requests.map(modeOf)).toEqual(['json_schema', 'tool', 'json_object', 'json_object']);
  });

  test('a bare endpoint is asked in words, inside the one system turn', async () => {
    byMode({
      prompt: { name: 'speak', pieces: ['<think>a {brace}</think>Here: ', `\`\`\`json\n${good}\n\`\`\``] },
    });
    expect((await extract(modelAt(endpoint.url))).value).toEqual({ intent: 'buy', seats: 40 });
    const messages = endpoint.requests.at(-1)?.['messages'];
    expect(JSON.stringify(messages)).toContain(
      'Answer in one sentence.\\n\\nReply with one JSON object only',
    );
  });

  test('an endpoint that refuses every mode fails as bad_request, and is tried again from the top later', async () => {
    byMode({});
    const model = modelAt(endpoint.url);
    expect((await failureOf(extract(model))).kind).toBe('bad_request');
    byMode({ json_schema: answer });
    expect((await extract(model)).value).toEqual({ intent: 'buy', seats: 40 });
  });

  test('all modes together stay within the total deadline', async () => {
    endpoint.behave({ name: 'speak', pieces: ['nonsense'], gapMs: 300 });
    const startedAt = performance.now();
    const deadlines = { ...PATIENT, totalMs: 1_000 };
    const failure = await failureOf(extract(modelAt(endpoint.url), { deadlines }));
    expect(failure.kind).toBe('timeout_total');
    expect(performance.now() - startedAt).toBeLessThan(1_700);
  });

  test('response_format and tools are never sent together', async () => {
    byMode({ prompt: answer });
    await extract(modelAt(endpoint.url));
    const both = endpoint.requests.filter((body) => 'tools' in body && 'response_format' in body);
    expect(both).toEqual([]);
  });
});

/** Which mode of structured output a request used. */
function modeOf(body: Readonly<Record<string, unknown>>): string {
  if ('tools' in body) return 'tool';
  const format = body['response_format'];
  if (typeof format !== 'object' || format === null || !('type' in format)) return 'prompt';
  return String(format.type);
}
