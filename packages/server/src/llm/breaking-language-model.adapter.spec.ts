import { expect, test } from 'vitest';
import { BreakingLanguageModel } from './breaking-language-model.adapter.js';
import { drain, extract, failureOf, reply } from './language-model.contract.js';
import type { ModelFailureKind } from './language-model.port.js';
import { ScriptedLanguageModel, type ScriptStep, spoken } from './scripted-language-model.adapter.js';

const OPTIONS = { failures: 3, coolDownMs: 1_000, longestMs: 10_000 };

function world() {
  let nowMs = 0;
  let steps: readonly ScriptStep[] = spoken('Hello');
  const inner = new ScriptedLanguageModel(() => steps);
  const model = new BreakingLanguageModel(inner, { now: () => new Date(nowMs) }, OPTIONS);
  return {
    model,
    asked: () => inner.calls.length,
    failWith: (kind: ModelFailureKind) => (steps = [{ do: 'fail', kind, retryAfterMs: null }]),
    heal: () => (steps = spoken('Hello')),
    pass: (ms: number) => (nowMs += ms),
  };
}

test('a dead endpoint is not asked any more after three failures, by replies and extractions together', async () => {
  const { model, asked, failWith } = world();
  failWith('connect');
  await failureOf(drain(reply(model)));
  await failureOf(extract(model));
  await failureOf(drain(reply(model)));
  const startedAt = performance.now();
  expect(await failureOf(drain(reply(model)))).toMatchObject({ kind: 'unavailable', retryAfterMs: 1_000 });
  expect((await failureOf(extract(model))).kind).toBe('unavailable');
  expect(performance.now() - startedAt).toBeLessThan(50);
  expect(asked()).toBe(3);
});

test('a healed endpoint is found again by the first call after the cool-down', async () => {
  const { model, failWith, heal, pass } = world();
  failWith('upstream_error');
  for (let i = 0; i < 3; i += 1) await failureOf(drain(reply(model)));
  heal();
  pass(1_000);
  expect((await drain(reply(model))).text).toBe('Hello');
  expect((await drain(reply(model))).text).toBe('Hello');
});

for (const kind of ['refusal', 'bad_request', 'truncated', 'no_structured_output'] as const) {
  test(`${kind} says nothing about the endpoint and opens no circuit`, async () => {
    const { model, asked, failWith } = world();
    failWith(kind);
    for (let i = 0; i < 5; i += 1) await failureOf(drain(reply(model)));
    expect(asked()).toBe(5);
  });
}

test('a probe that the visitor walked away from lets the next call try', async () => {
  const { model, failWith, heal, pass } = world();
  failWith('connect');
  for (let i = 0; i < 3; i += 1) await failureOf(drain(reply(model)));
  heal();
  pass(1_000);
  for await (const _ of reply(model)) break;
  expect((await drain(reply(model))).text).toBe('Hello');
});
